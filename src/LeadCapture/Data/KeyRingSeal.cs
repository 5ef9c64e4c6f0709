using System.Xml.Linq;
using LeadCapture.Settings;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace LeadCapture.Data;

/// New keys of the ring are sealed by ASP.NET as they are made. Those from before there was a certificate are sealed here, at the
/// start, so that none stays open.
public sealed partial class KeyRingSeal(
    Store store, StoreOptions options, ProtectionOptions protection, ILoggerFactory loggers, ILogger<KeyRingSeal> logger)
{
    private static readonly XNamespace Names = "http://schemas.asp.net/2015/03/dataProtection";

    public static string FolderOf(StoreOptions options) => Path.Combine(options.DataDirectory, "keys");

    public async Task Close()
    {
        if (protection.Certificate is { } certificate)
        {
            var seal = new CertificateXmlEncryptor(certificate, loggers);
            if (store.IsShared)
                await SealRows(seal);
            else
                SealFiles(seal);
        }
        else if (store.IsShared)
            LiesOpen();
    }

    private async Task SealRows(CertificateXmlEncryptor seal)
    {
        await using var transaction = await store.Begin();
        foreach (var (id, xml) in await transaction.Query(
            "SELECT id, xml FROM data_protection_keys", row => (row.GetInt32(0), XElement.Parse(row.GetString(1)))))
            if (Seal(xml, seal))
                transaction.Add(
                    "UPDATE data_protection_keys SET xml = $2 WHERE id = $1", id, xml.ToString(SaveOptions.DisableFormatting));
        await transaction.Commit();
    }

    private void SealFiles(CertificateXmlEncryptor seal)
    {
        var folder = new DirectoryInfo(FolderOf(options));
        foreach (var file in folder.Exists ? folder.GetFiles("*.xml") : [])
        {
            var xml = XElement.Load(file.FullName);
            if (!Seal(xml, seal))
                continue;
            // Written whole beside it first: half a key would open nothing.
            var fresh = file.CopyTo(file.FullName + ".new", overwrite: true).FullName;
            xml.Save(fresh);
            File.Move(fresh, file.FullName, overwrite: true);
        }
    }

    /// In the way of ASP.NET, which reads it. False where nothing lay open.
    private static bool Seal(XElement key, CertificateXmlEncryptor seal)
    {
        List<XElement> open =
            [.. key.Descendants().Where(part => (string?)part.Attribute(Names + "requiresEncryption") == "true")];
        foreach (var part in open)
        {
            var closed = seal.Encrypt(new(part));
            part.ReplaceWith(new XElement(Names + "encryptedSecret",
                new XAttribute("decryptorType", closed.DecryptorType.AssemblyQualifiedName!), closed.EncryptedElement));
        }
        return open.Count > 0;
    }

    [LoggerMessage(LogLevel.Warning,
        "The key ring lies unencrypted beside what it locks, in the database: whoever reads that reads the stored API key, too. "
        + "Set DataProtection:Certificate")]
    private partial void LiesOpen();
}
