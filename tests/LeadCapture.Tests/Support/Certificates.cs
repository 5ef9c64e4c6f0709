using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LeadCapture.Tests.Support;

/// Certificates as an administrator makes them with openssl, in files of their own.
internal sealed class Certificates : IDisposable
{
    public const string Password = "pass of the file";
    private readonly string folder = Directory.CreateTempSubdirectory("leadcapture-pfx-").FullName;

    /// The path of a PFX file.
    public string New(string password = Password, bool withKey = true, bool elliptic = false)
    {
        using var rsa = RSA.Create(2048);
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = elliptic
            ? new CertificateRequest("CN=LeadCapture", curve, HashAlgorithmName.SHA256)
            : new CertificateRequest("CN=LeadCapture", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-2), DateTimeOffset.UtcNow.AddYears(1));
        using var bare = X509CertificateLoader.LoadCertificate(certificate.RawData);
        var path = Path.Combine(folder, Guid.NewGuid().ToString("N") + ".pfx");
        File.WriteAllBytes(path, (withKey ? certificate : bare).Export(X509ContentType.Pfx, password));
        return path;
    }

    public string Nonsense()
    {
        var path = Path.Combine(folder, "nonsense.pfx");
        File.WriteAllText(path, "nonsense");
        return path;
    }

    public static string[] Settings(string path, string password = Password) =>
        ["DataProtection:Certificate=" + path, "DataProtection:CertificatePassword=" + password];

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
