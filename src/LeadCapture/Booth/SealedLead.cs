using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace LeadCapture.Booth;

/// A lead as a tablet keeps and sends it. Only Sealed says anything about a person: a point of the curve P-256, a nonce, and the
/// answers by AES-256-GCM under a key that HKDF-SHA-256 makes of the shared secret. Mac is by the device's key. At is the time of its own
/// clock, in milliseconds since 1970.
public sealed record SealedLead(Guid Device, Guid Id, int Number, long At, string Key, string Sealed, string Mac)
{
    /// Tablets count from 1, and leave out nothing.
    public bool IsWhole => this is { Number: > 0, Key: not null, Sealed: not null, Mac: not null };


    private const int PointBytes = 65;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private static readonly byte[] Purpose = "LeadCapture sealed lead 1"u8.ToArray();

    /// As it is kept while it cannot be opened. Whoever sealed it was found out before.
    public string ToKept() => $"{Key}.{At.ToString(InvariantCulture)}.{Sealed}";

    public static SealedLead? OfKept(Capture capture) => capture.Unopened?.Split('.') is [var key, var at, var text]
        ? new(capture.DeviceId, capture.Id, capture.Number, long.Parse(at, InvariantCulture), key, text, Mac: "")
        : null;

    /// Whether its device has sealed it, whoever brings it.
    public bool IsSignedBy(ReadOnlySpan<byte> deviceKey) =>
        CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(deviceKey, Encoding.UTF8.GetBytes($"{Bound}.{Sealed}")), Bytes(Mac));

    /// Throws a CryptographicException where it was sealed to another key, or changed since.
    public string Open(ECDiffieHellman eventKey)
    {
        var bytes = Bytes(Sealed).AsSpan();
        if (bytes.Length < PointBytes + NonceBytes + TagBytes || bytes[0] != 4)
            throw new CryptographicException("This is not a sealed lead.");
        using var sender = ECDiffieHellman.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new() { X = bytes[1..33].ToArray(), Y = bytes[33..65].ToArray() },
        });
        var shared = eventKey.DeriveRawSecretAgreement(sender.PublicKey);
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, 32, salt: bytes[..PointBytes].ToArray(), info: Purpose);
        var nonce = bytes[PointBytes..(PointBytes + NonceBytes)];
        var text = bytes[(PointBytes + NonceBytes)..];
        var opened = new byte[text.Length - TagBytes];
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Decrypt(nonce, text[..^TagBytes], text[^TagBytes..], opened, Encoding.UTF8.GetBytes(Bound));
        return Encoding.UTF8.GetString(opened);
    }

    /// What nobody can change about it without being found out.
    private string Bound => $"{Device}.{Number.ToString(InvariantCulture)}.{Id}.{At.ToString(InvariantCulture)}";

    internal static byte[] Bytes(string text)
    {
        try
        {
            return WebEncoders.Base64UrlDecode(text);
        }
        catch (FormatException)
        {
            return [];
        }
    }
}
