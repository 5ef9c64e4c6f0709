using System.Security.Cryptography;
using LeadCapture.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Data;

/// Secrets in the database, encrypted with the key ring outside of it.
public sealed class SecretBox(IDbContextFactory<LeadDb> databases, IDataProtectionProvider protection, TimeProvider clock)
{
    public const string ReplyApiKey = "Reply:ApiKey";
    private readonly IDataProtector protector = protection.CreateProtector("LeadCapture.Secret");

    public async Task<string?> Read(string name)
    {
        await using var db = await databases.CreateDbContextAsync();
        var secret = await db.Secrets.AsNoTracking().SingleOrDefaultAsync(s => s.Name == name);
        try
        {
            return secret is null ? null : protector.Unprotect(secret.Protected);
        }
        catch (CryptographicException)
        {
            throw new SettingException(
                $"The stored {name} cannot be opened: the key ring that encrypted it is not here. Restore the folder 'keys' of DataDirectory "
                + "from your backup (with PostgreSQL the table data_protection_keys), or start once with Secrets:Forget=true and enter the key again. "
                + "Leads are untouched.");
        }
    }

    public async Task Write(string name, string value)
    {
        await using var db = await databases.CreateDbContextAsync();
        await Put(db, name, value);
        await db.SaveChangesAsync();
    }

    /// For whoever has more to save with it.
    public async Task Put(LeadDb db, string name, string value)
    {
        var secret = await db.Secrets.SingleOrDefaultAsync(s => s.Name == name);
        if (secret is null)
            db.Secrets.Add(secret = new() { Name = name, Protected = "", ChangedAt = default });
        (secret.Protected, secret.ChangedAt) = (protector.Protect(value), clock.GetUtcNow().UtcDateTime);
    }

    public async Task Forget()
    {
        await using var db = await databases.CreateDbContextAsync();
        await db.Secrets.ExecuteDeleteAsync();
    }
}
