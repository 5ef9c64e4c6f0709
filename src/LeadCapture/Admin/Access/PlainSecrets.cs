using LeadCapture.Data;
using Microsoft.AspNetCore.DataProtection;

namespace LeadCapture.Admin.Access;

/// What earlier versions kept readable: keys of authenticator apps are sealed and recovery codes hashed, at the start. People
/// notice nothing of it.
public sealed class PlainSecrets(Store store, IDataProtectionProvider protection)
{
    private const string Before = "[AspNetUserStore]";
    private const string Key = "AuthenticatorKey";

    public async Task Seal()
    {
        await using var session = await store.Begin();
        var plain = await session.Query("SELECT user_id, name, value FROM user_tokens WHERE login_provider = $1",
            row => (User: session.Id(row, 0), Name: row.GetString(1), Value: row.IsDBNull(2) ? "" : row.GetString(2)), Before);
        if (plain.Count == 0)
            return;
        var protector = Authenticator.ProtectorOf(protection);
        foreach (var (user, name, value) in plain)
            if (name == Key)
                Keep(session, user, Authenticator.Kept, "Key", protector.Protect(value));
            else
                foreach (var code in value.Split(';', StringSplitOptions.RemoveEmptyEntries))
                    Keep(session, user, RecoveryCodes.Kept, RecoveryCodes.HashOf(user, code), null);
        session.Add("DELETE FROM user_tokens WHERE login_provider = $1", Before);
        await session.Commit();
    }

    /// Another node that starts at the same time may do the same.
    private static void Keep(Session session, Guid user, string kept, string name, string? value) => session.Add(
        """
        INSERT INTO user_tokens (user_id, login_provider, name, value) VALUES ($1, $2, $3, $4)
        ON CONFLICT (user_id, login_provider, name) DO NOTHING
        """,
        user, kept, name, value);
}
