using LeadCapture.Admin.Users;
using LeadCapture.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Admin.Access.AccessText;

namespace LeadCapture.Admin.Access;

/// Whoever finds a browser open can look around. What could keep or take an account asks who it is: by password or passkey, or by
/// a fresh sign-in at the provider, within the last minutes.
public sealed class Confirmation(LeadDb db, SignIns signIns, CredentialVerifier door, Passkeys passkeys)
{
    public static string WrongPassword => T["This password is incorrect"];
    public static string TooEarly => T["Too many failed attempts. Wait a few minutes, then enter it again."];

    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    public SignIns SignIns => signIns;

    /// Clocks of several nodes are not quite the same: a moment ahead is recent too.
    public bool IsRecent(DateTime? provenAt) => provenAt is { } at && (signIns.Now - at).Duration() < Lasts;

    /// Null: it fits, and counts from now on. Else what is wrong with it.
    public async Task<string?> Take(CurrentUser me, Proof proof)
    {
        var user = await db.Users.SingleAsync(one => one.Id == me.Id);
        if (proof.Credential != "")
        {
            if ((await passkeys.Find(proof.Credential))?.Id != me.Id)
                return T["This passkey was not accepted"];
        }
        else if (await door.Confirms(user, proof.Password) is not { } fits)
            return TooEarly;
        else if (!fits)
            return WrongPassword;
        await signIns.Prove(me.SignInId, signIns.Now);
        return null;
    }

    public async Task<ConfirmPage> Page(CurrentUser me) => new(
        (await db.Users.AsNoTracking().SingleAsync(one => one.Id == me.Id)).ComesByOpenId,
        await db.Set<IdentityUserPasskey<Guid>>().AnyAsync(passkey => passkey.UserId == me.Id));
}

/// What somebody gives to show who they are; "" where nothing.
public sealed record Proof(string Password, string Credential)
{
    public bool IsGiven => Password != "" || Credential != "";

    /// What it was given for is over.
    public bool IsTooLate { get; init; }

    public static Proof In(IFormCollection posted) => new(posted["confirmPassword"].ToString(), posted["credential"].ToString());
}

/// Action: where it is posted; null where a page of its own asks. Held: what was typed before, sealed; "" where a page is asked for, which is To.
public sealed record ConfirmPage(bool ByOpenId, bool HasPasskeys)
{
    public string? Action { get; init; }
    public string Held { get; init; } = "";
    public string To { get; init; } = "";
}
