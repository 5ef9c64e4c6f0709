using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LeadCapture.Settings;

/// What seals the key ring, which locks the stored secrets.
public sealed record ProtectionOptions
{
    private const string Certificates = "DataProtection:Certificate";
    private const string Passwords = "DataProtection:CertificatePassword";

    /// Windows' word for it, which .NET uses everywhere.
    private const int WrongPassword = unchecked((int)0x80070056);

    /// Null: the ring lies open.
    public required X509Certificate2? Certificate { get; init; }

    public static ProtectionOptions Read(SettingReader settings) => new() { Certificate = Load(settings) };

    private static X509Certificate2? Load(SettingReader settings)
    {
        var (path, password) = (settings.Text(Certificates), settings.Secret(Passwords));
        if (path is null && password is not null)
            settings.Wrong(Certificates, "a value, because " + Passwords + " is set");
        if (path is null)
            return null;
        try
        {
            if (X509CertificateLoader.LoadPkcs12FromFile(path, password) is var found && Fits(found))
                return found;
        }
        catch (CryptographicException fault) when (fault.HResult == WrongPassword)
        {
            settings.Wrong(Passwords, "the password of the file that " + Certificates + " names");
            return null;
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException)
        {
            // Said below.
        }
        settings.Wrong(Certificates, "the path of a PFX file that holds an RSA certificate with its private key");
        return null;
    }

    private static bool Fits(X509Certificate2 certificate)
    {
        using var key = certificate.GetRSAPrivateKey();
        return key is not null;
    }
}
