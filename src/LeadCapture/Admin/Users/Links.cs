using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Users;

/// Makes and takes one-time links.
public sealed class Links(LeadDb db, TimeProvider clock)
{
    /// The link's path, to be shown once. Stored by the next save; earlier ones for the same user are over.
    public async Task<string> New(LinkKind kind, Guid userId)
    {
        await End(userId);
        var (link, token) = OneTimeLink.New(kind, userId, clock.GetUtcNow().UtcDateTime);
        db.OneTimeLinks.Add(link);
        return OneTimeLink.PathOf(token);
    }

    /// Null where it is used, over, or never was one, and where its user is disabled.
    public async Task<OneTimeLink?> Find(string token)
    {
        var (hash, now, users) = (OneTimeLink.HashOf(token), clock.GetUtcNow().UtcDateTime, db.Users);
        var link = await db.OneTimeLinks.AsNoTracking().SingleOrDefaultAsync(one => one.Hash == hash && one.ExpiresAt > now
            && !users.Any(user => user.Id == one.UserId && user.Disabled));
        return link?.Kind == LinkKind.SetUp && await db.Users.AnyAsync() ? null : link;
    }

    public Task<int> End(Guid userId) => db.OneTimeLinks.Where(link => link.UserId == userId).ExecuteDeleteAsync();

    /// True for one caller only.
    public async Task<bool> Use(OneTimeLink link) =>
        await db.OneTimeLinks.Where(one => one.Hash == link.Hash).ExecuteDeleteAsync() == 1;
}
