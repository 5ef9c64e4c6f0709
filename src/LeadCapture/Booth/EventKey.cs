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
        Convert.ToHexStringLower(SHA256.HashData(WebEncoders.Base64UrlDecode(publicKey)))[..IdLength];

    public const int IdLength = 16;

    public static string SecretOf(string keyId) => "Event:" + keyId;

    /// The private half as a file to keep.
    public static string ToPem(string hidden)
    {
        using var pair = ECDiffieHellman.Create();
        pair.ImportPkcs8PrivateKey(WebEncoders.Base64UrlDecode(hidden), out _);
        return pair.ExportPkcs8PrivateKeyPem() + "\n";
    }

    /// Both halves, out of such a file; null where it is none.
    public static (string Public, string Private)? OfPem(string text)
    {
        try
        {
            using var pair = ECDiffieHellman.Create();
            pair.ImportFromPem(text);
            var isOurs = pair.ExportParameters(includePrivateParameters: true).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value;
            return isOurs ? (WebEncoders.Base64UrlEncode(Point(pair)), WebEncoders.Base64UrlEncode(pair.ExportPkcs8PrivateKey())) : null;
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException)
        {
            return null;
        }
    }

    internal static byte[] Point(ECDiffieHellman pair)
    {
        var point = pair.ExportParameters(includePrivateParameters: false).Q;
        return [4, .. point.X!, .. point.Y!];
    }
}
