using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace LeadCapture.Tests.Support;

/// A device that makes passkeys and signs whatever page it is told that it stands before. A browser would not do that.
internal sealed class SoftPasskey
{
    private const byte Present = 1, Verified = 4, HasKey = 64;
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(16);
    private string user = "";
    private uint uses;

    /// What the browser posts as credential when a passkey is added.
    public string Makes(string options, string origin)
    {
        var asked = JsonNode.Parse(options)!;
        user = asked["user"]!["id"]!.GetValue<string>();
        var about = About(asked["rp"]!["id"]!.GetValue<string>(), Present | Verified | HasKey);
        byte[] data = [.. about, .. new byte[16], 0, 16, .. id, .. Cose()];
        return Answer(new()
        {
            ["clientDataJSON"] = Encoded(Client("webauthn.create", asked, origin)),
            ["attestationObject"] = Encoded([0xA3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xA0,
                .. Text("authData"), 0x58, (byte)data.Length, .. data]),
            ["transports"] = new JsonArray(),
        });
    }

    /// And when somebody signs in with it.
    public string Signs(string options, string origin)
    {
        var asked = JsonNode.Parse(options)!;
        var client = Client("webauthn.get", asked, origin);
        var data = About(asked["rpId"]!.GetValue<string>(), Present | Verified);
        return Answer(new()
        {
            ["clientDataJSON"] = Encoded(client),
            ["authenticatorData"] = Encoded(data),
            ["signature"] = Encoded(key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256,
                DSASignatureFormat.Rfc3279DerSequence)),
            ["userHandle"] = user,
        });
    }

    private string Answer(JsonObject response) => new JsonObject
    {
        ["id"] = Encoded(id),
        ["rawId"] = Encoded(id),
        ["type"] = "public-key",
        ["clientExtensionResults"] = new JsonObject(),
        ["response"] = response,
    }.ToJsonString();

    private static byte[] Client(string type, JsonNode asked, string origin) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["type"] = type,
        ["challenge"] = asked["challenge"]!.GetValue<string>(),
        ["origin"] = origin,
        ["crossOrigin"] = false,
    }.ToJsonString());

    private byte[] About(string domain, byte flags)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, ++uses);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(domain)), flags, .. count];
    }

    /// An elliptic curve key as COSE writes it: kind 2, ES256, curve 1, x, y.
    private byte[] Cose()
    {
        var point = key.ExportParameters(false).Q;
        return [0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32, .. point.X!, 0x22, 0x58, 32, .. point.Y!];
    }

    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.UTF8.GetBytes(text)];

    private static string Encoded(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
