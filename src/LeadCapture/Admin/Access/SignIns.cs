using System.Security.Claims;
using LeadCapture.Admin.Users;
using LeadCapture.Data;
using LeadCapture.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Access;

/// Where users are signed in. Asked with every request: a user who is disabled or signed out is out at once, on every node.
public sealed class SignIns(LeadDb db, TimeProvider clock)
{
    /// Without a request for so long, a sign-in is over.
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);
    private const string IdClaim = "sign-in";

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task Begin(HttpContext context, User user, DateTime? provenAt)
    {
        var signIn = new SignIn
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            UserId = user.Id,
            Stamp = user.SecurityStamp!,
            SignedInAt = Now,
            SeenAt = Now,
            ProvenAt = Past(provenAt),
            Device = BrowserName.Of(context.Request.Headers.UserAgent.ToString()),
            Address = context.Connection.RemoteIpAddress.Shown(),
        };
        await db.SignIns.Where(old => old.UserId == user.Id && old.SeenAt < Now - Lifetime).ExecuteDeleteAsync();
        db.SignIns.Add(signIn);
        await db.SaveChangesAsync();
        var identity = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, user.Id.ToString()), new(IdClaim, signIn.Id.ToString())],
            IdentityConstants.ApplicationScheme);
        await context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await context.SignInAsync(IdentityConstants.ApplicationScheme, new(identity));
    }

    /// Null where the cookie's sign-in is over.
    public async Task<CurrentUser?> Recognise(HttpContext context, ClaimsPrincipal principal)
    {
        if (!Guid.TryParse(principal.FindFirstValue(IdClaim), out var id))
            return null;
        var found = await db.SignIns.AsNoTracking().Include(signIn => signIn.User)
            .SingleOrDefaultAsync(signIn => signIn.Id == id);
        if (found is not { User: { Disabled: false, HasRole: true } user } || found.Stamp != user.SecurityStamp
            || IsOver(found, user))
            return null;
        if (found.SeenAt < Now - SeenEvery)
            await See(found, context.Connection.RemoteIpAddress.Shown());
        return new(user.Id, user.Name, user.Email!, user.Role, id) { ProvenAt = found.ProvenAt };
    }

    public Task<List<SignIn>> Of(Guid userId) => db.SignIns.AsNoTracking()
        .Where(signIn => signIn.UserId == userId && signIn.SeenAt >= Now - Lifetime && signIn.Stamp == signIn.User!.SecurityStamp)
        .OrderByDescending(signIn => signIn.SeenAt).ToListAsync();

    public Task<int> End(Guid userId, Guid id) =>
        db.SignIns.Where(signIn => signIn.UserId == userId && signIn.Id == id).ExecuteDeleteAsync();

    public Task<int> EndAll(Guid userId, Guid? except = null) =>
        db.SignIns.Where(signIn => signIn.UserId == userId && signIn.Id != except).ExecuteDeleteAsync();

    /// The security stamp has changed, which ends all sign-ins; this one goes on.
    public Task<int> GoOn(Guid id, string stamp) =>
        db.SignIns.Where(signIn => signIn.Id == id).ExecuteUpdateAsync(set => set.SetProperty(signIn => signIn.Stamp, stamp));

    public Task<int> Prove(Guid id, DateTime at) => db.SignIns.Where(signIn => signIn.Id == id)
        .ExecuteUpdateAsync(set => set.SetProperty(signIn => signIn.ProvenAt, Past(at)));

    /// By the clock of a provider, which may be ahead.
    private DateTime? Past(DateTime? at) => at > Now ? Now : at;

    /// A provider is asked again after half a day of work too: groups that somebody has lost are noticed.
    private bool IsOver(SignIn signIn, User user) =>
        (user.ComesByOpenId ? signIn.SignedInAt : signIn.SeenAt) < Now - Lifetime;

    private Task<int> See(SignIn signIn, string address) => db.SignIns.Where(one => one.Id == signIn.Id)
        .ExecuteUpdateAsync(set => set.SetProperty(one => one.SeenAt, Now).SetProperty(one => one.Address, address));
}
