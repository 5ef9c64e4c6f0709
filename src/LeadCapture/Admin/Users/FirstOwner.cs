using LeadCapture.Data;
using LeadCapture.Settings;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Users;

/// While there is no user, nobody who happens to come first may take the place over: the owner is named in the settings, or has
/// the link that stands in the log.
public sealed partial class FirstOwner(IServiceProvider services, Store store, AdminOptions options, ILogger<FirstOwner> logger)
{
    private DateTime Now => services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;

    /// The path of the set-up link; null where somebody can sign in.
    public async Task<string?> Prepare()
    {
        if (await IsThere())
            return null;
        if (options.Email is null)
            return await NewLink();
        if (options.Password!.Length < UserRules.LeastPassword || !PasswordStrength.IsEnough(options.Password, [options.Email]))
            WeakPassword();
        await Create();
        return null;
    }

    public void Announce(string address, string path) => SetUp(address.TrimEnd('/') + path, OneTimeLink.Lifetime.TotalHours);

    private async Task<bool> IsThere()
    {
        await using var reading = await store.Read();
        return (await reading.Query("SELECT 1 FROM users LIMIT 1", _ => true)).Count > 0;
    }

    private async Task<string> NewLink()
    {
        var (link, token) = OneTimeLink.New(LinkKind.SetUp, null, Now);
        await using var transaction = await store.Begin();
        transaction.Add("INSERT INTO one_time_links (hash, kind, expires_at) VALUES ($1, $2, $3)",
            link.Hash, link.Kind, link.ExpiresAt);
        await transaction.Commit();
        return OneTimeLink.PathOf(token);
    }

    private async Task Create()
    {
        await using var scope = services.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<Passwords>().SetUp(options.Email!, "Owner", options.Password!);
        }
        catch (Exception fault) when (fault is DbUpdateException or InvalidOperationException)
        {
            // Another node that starts on the same new database was first.
            if (!await IsThere())
                throw;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Admin:Password is easy to guess. Change it in the profile of the owner")]
    private partial void WeakPassword();

    [LoggerMessage(LogLevel.Warning, "No users yet. To create the first owner, open {Link} within {Hours} hours")]
    private partial void SetUp(string link, double hours);
}
