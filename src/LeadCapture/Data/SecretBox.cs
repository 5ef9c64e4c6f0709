using System.Security.Cryptography;
using LeadCapture.Settings;
using Microsoft.AspNetCore.DataProtection;

namespace LeadCapture.Data;

/// Secrets in the database, encrypted with the key ring outside of it.
public sealed class SecretBox(Store store, IDataProtectionProvider protection, TimeProvider clock)
{
    public const string ReplyApiKey = "Reply:ApiKey";
    private readonly IDataProtector protector = protection.CreateProtector("LeadCapture.Secret");

    public async Task<string?> Read(string name)
    {
        await using var reading = await store.Read();
        var found = await reading.Query("SELECT protected FROM secrets WHERE name = $1", row => row.GetString(0), name);
        try
        {
            return found is [var secret] ? protector.Unprotect(secret) : null;
        }
        catch (CryptographicException)
        {
            throw new SettingException(
                $"The stored {name} cannot be opened: the key ring that encrypted it is not here. Restore the folder 'keys' of DataDirectory "
                + "from your backup (with PostgreSQL the table data_protection_keys), or start once with Secrets:Forget=true and enter the key again. "
                + "Leads are untouched.");
        }
    }

    public Task Write(string name, string value) => Run(
        """
        INSERT INTO secrets (name, protected, changed_at) VALUES ($1, $2, $3)
        ON CONFLICT (name) DO UPDATE SET protected = excluded.protected, changed_at = excluded.changed_at
        """,
        name, protector.Protect(value), clock.GetUtcNow().UtcDateTime);

    public Task Forget() => Run("DELETE FROM secrets");

    private async Task Run(string sql, params object?[] values)
    {
        await using var session = await store.Begin();
        session.Add(sql, values);
        await session.Commit();
    }
}
