using System.Security.Cryptography;
using LeadCapture.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Data;

/// Secrets in the database, encrypted with the key ring outside of it.
public sealed class SecretBox(Store store, IDataProtectionProvider protection, TimeProvider clock)
{
    public const string ReplyApiKey = "Reply:ApiKey";
    private readonly IDataProtector protector = protection.CreateProtector("LeadCapture.Secret");

    /// Whether other nodes may store secrets too.
    public bool IsShared => store.IsShared;

    public async Task<string?> Read(string name) => await Sealed(name) is { } stored ? Open(name, stored) : null;

    /// As it is stored, and of no use without the key ring. Another one each time a secret is stored.
    public async Task<string?> Sealed(string name)
    {
        await using var reading = await store.Read();
        var found = await reading.Query("SELECT protected FROM secrets WHERE name = $1", row => row.GetString(0), name);
        return found.SingleOrDefault();
    }

    public string Open(string name, string stored)
    {
        try
        {
            return protector.Unprotect(stored);
        }
        catch (CryptographicException)
        {
            throw new SettingException(
                $"The saved {name} can't be decrypted: its key ring is missing. Restore the folder 'keys' in DataDirectory from your backup "
                + "(PostgreSQL: the table data_protection_keys), name the certificate that seals it (DataProtection:Certificate), "
                + "or start once with Secrets:Forget=true, which deletes all saved secrets, and enter them again. "
                + "Leads are not affected.");
        }
    }

    public Task Write(string name, string value) => Run(
        """
        INSERT INTO secrets (name, protected, changed_at) VALUES ($1, $2, $3)
        ON CONFLICT (name) DO UPDATE SET protected = excluded.protected, changed_at = excluded.changed_at
        """,
        name, protector.Protect(value), clock.GetUtcNow().UtcDateTime);

    /// For whoever saves more with it.
    public async Task Put(LeadDb db, string name, string value)
    {
        var secret = await db.Secrets.SingleOrDefaultAsync(s => s.Name == name);
        if (secret is null)
            db.Secrets.Add(secret = new() { Name = name, Protected = "", ChangedAt = default });
        (secret.Protected, secret.ChangedAt) = (protector.Protect(value), clock.GetUtcNow().UtcDateTime);
    }

    public async Task Remove(LeadDb db, string name) => db.Secrets.RemoveRange(await db.Secrets.Where(s => s.Name == name).ToListAsync());

    public Task Forget() => Run("DELETE FROM secrets");

    private async Task Run(string sql, params object?[] values)
    {
        await using var transaction = await store.Begin();
        transaction.Add(sql, values);
        await transaction.Commit();
    }
}
