using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;

namespace LeadCapture.Booth;

/// A pair of keys on the curve P-256. What is sealed to the public one is opened with the private one alone: a stolen tablet gives no
/// names.
public static class EventKey
{
    /// Public: the point, uncompressed, as browsers import it ("raw"). Private: PKCS#8. Both in base64url.
    public static (string Public, string Private) New()
    {
        using var pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return (WebEncoders.Base64UrlEncode(Point(pair)), WebEncoders.Base64UrlEncode(pair.ExportPkcs8PrivateKey()));
    }

    /// Names the private key among the secrets, and in what is sealed to it.
    public static string IdOf(string publicKey) =>
        Convert.ToHexStringLower(SHA256.HashData(WebEncoders.Base64UrlDecode(publicKey)))[..16];

    public static string SecretOf(string keyId) => "Event:" + keyId;

    internal static byte[] Point(ECDiffieHellman pair)
    {
        var point = pair.ExportParameters(includePrivateParameters: false).Q;
        return [4, .. point.X!, .. point.Y!];
    }
}
