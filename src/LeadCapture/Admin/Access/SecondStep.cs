using LeadCapture.Admin.Users;

namespace LeadCapture.Admin.Access;

/// After the password: a code from the authenticator app, or one of the recovery codes. Its tries are not made good by knowing
/// the password.
public sealed class SecondStep(TryLimit tries, Authenticator authenticator, RecoveryCodes recovery)
{
    public async Task<bool> Takes(User user, string typed)
    {
        var (door, code) = ((TryKind.Code, user.Id), typed.Replace(" ", "", StringComparison.Ordinal));
        var open = await tries.Count(door);
        if (!open || !user.MayComeIn || !await Fits(user, code))
        {
            await tries.Refuse(user, open);
            return false;
        }
        await tries.Forget(door);
        return true;
    }

    private Task<bool> Fits(User user, string code) =>
        code.Length == Totp.Digits ? authenticator.Takes(user, code) : recovery.Redeem(user, code);
}
