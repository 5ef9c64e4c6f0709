using LeadCapture.Admin.Access;
using LeadCapture.Admin.Users;
using LeadCapture.Data;
using LeadCapture.Settings;
using LeadCapture.Web;
using Microsoft.AspNetCore.Mvc;
using static LeadCapture.Admin.Profile.ProfileText;

namespace LeadCapture.Admin.Profile;

/// One-time codes of an authenticator app, and recovery codes for the day it is lost.
[Needs(Role.Viewer)]
[Uncompressed]
public sealed class SecondFactorController(LeadDb db, Account account, Authenticator authenticator, RecoveryCodes recovery)
    : AdminController
{
    private const string Here = "/admin/profile/second-factor";
    private const string CodesKey = "RecoveryCodes";

    /// Whoever sees the key can make its codes.
    [HttpGet(Here, Name = ProfileRoutes.SecondFactor)]
    [Confirmed]
    public async Task<IActionResult> Show()
    {
        var user = await account.Of(CurrentUser);
        return user.TwoFactorEnabled
            ? Done(ProfileRoutes.Profile, T["Two-factor authentication is already on."])
            : View("SecondFactor", await PageOf(user));
    }

    [HttpPost(Here)]
    public async Task<IActionResult> TurnOn(string code = "", string currentPassword = "")
    {
        var user = await account.Of(CurrentUser);
        if (await account.IsWrong(CurrentUser, currentPassword) is { } wrong)
        {
            Wrong("currentPassword", wrong);
            return Unprocessable("SecondFactor", await PageOf(user) with { Code = code });
        }
        if (!await authenticator.Takes(user, code.Replace(" ", "", StringComparison.Ordinal)))
        {
            Wrong("code", T["This code is incorrect."] + " "
                + T["Enter the current code from the app, and check that your phone's clock is right."]);
            return Unprocessable("SecondFactor", await PageOf(user));
        }
        account.Note(CurrentUser, "second factor on");
        Passwords.Check(await account.Users.SetTwoFactorEnabledAsync(user, true));
        await account.GoOn(CurrentUser, user);
        return await NewCodes(user, T["Two-factor authentication turned on."]);
    }

    [HttpPost(Here + "/off", Name = ProfileRoutes.SecondFactorOff)]
    public async Task<IActionResult> TurnOff(string offPassword = "")
    {
        if (await account.IsWrong(CurrentUser, offPassword) is { } wrong)
        {
            Wrong("offPassword", wrong);
            return Unprocessable("Show", await account.Page(CurrentUser));
        }
        var user = await account.Of(CurrentUser);
        account.Note(CurrentUser, "second factor off");
        Passwords.Check(await account.Users.SetTwoFactorEnabledAsync(user, false));
        await authenticator.Forget(user);
        await recovery.Forget(user);
        await account.GoOn(CurrentUser, user);
        return Done(ProfileRoutes.Profile, T["Two-factor authentication turned off."]);
    }

    [HttpPost("/admin/profile/recovery-codes")]
    public async Task<IActionResult> CreateCodes(string codesPassword = "")
    {
        if (await account.IsWrong(CurrentUser, codesPassword) is { } wrong)
        {
            Wrong("codesPassword", wrong);
            return Unprocessable("Show", await account.Page(CurrentUser));
        }
        var user = await account.Of(CurrentUser);
        if (!user.TwoFactorEnabled)
            return Failed(ProfileRoutes.Profile, T["To get recovery codes, turn on two-factor authentication first."]);
        account.Note(CurrentUser, "new recovery codes");
        return await NewCodes(user, T["Your earlier recovery codes no longer work."]);
    }

    [HttpGet("/admin/profile/recovery-codes", Name = ProfileRoutes.RecoveryCodes)]
    public IActionResult ShowCodes() => TempData[CodesKey] is string[] codes
        ? View("RecoveryCodes", codes)
        : Failed(ProfileRoutes.Profile, T["Recovery codes are shown only once. If you lost them, create new ones."]);

    private async Task<IActionResult> NewCodes(User user, string said)
    {
        TempData[CodesKey] = await recovery.New(user);
        await db.SaveChangesAsync();
        return Done(ProfileRoutes.RecoveryCodes, said);
    }

    private async Task<SecondFactorPage> PageOf(User user) =>
        SecondFactorPage.Of(user.Email!, await authenticator.KeyOf(user) ?? await authenticator.NewKey(user));
}
