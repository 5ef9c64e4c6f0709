using LeadCapture.Admin.Users;
using LeadCapture.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace LeadCapture.Admin.Profile;

/// One-time codes of an authenticator app, and recovery codes for the day it is lost.
[Needs(Role.Viewer)]
public sealed class SecondFactorController(LeadDb db, Account account) : AdminController
{
    private const string Here = "/admin/profile/second-factor";
    private const string CodesKey = "RecoveryCodes";
    private const int RecoveryCodes = 10;

    [HttpGet(Here)]
    public async Task<IActionResult> Show()
    {
        var user = await account.Of(Me);
        return user.TwoFactorEnabled
            ? Done("/admin/profile", "The second factor is on already.")
            : View("SecondFactor", await PageOf(user));
    }

    [HttpPost(Here)]
    public async Task<IActionResult> TurnOn(string code = "", string currentPassword = "")
    {
        if (await account.Confirmed(Me, currentPassword) is not { } user)
        {
            Wrong("currentPassword", Account.WrongPassword);
            return Unprocessable("SecondFactor", await PageOf(await account.Of(Me)) with { Code = code });
        }
        var typed = code.Replace(" ", "", StringComparison.Ordinal);
        if (!await account.Users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, typed))
        {
            Wrong("code", "This code does not fit. Enter the one that the app shows now; check the clock of your phone");
            return Unprocessable("SecondFactor", await PageOf(user));
        }
        account.Note(Me, "second factor on");
        Passwords.Check(await account.Users.SetTwoFactorEnabledAsync(user, true));
        await account.GoOn(Me, user);
        return await NewCodes(user, "The second factor is on.");
    }

    [HttpPost(Here + "/off")]
    public async Task<IActionResult> TurnOff(string offPassword = "")
    {
        if (await account.Confirmed(Me, offPassword) is not { } user)
        {
            Wrong("offPassword", Account.WrongPassword);
            return Unprocessable("Show", await account.Page(Me));
        }
        account.Note(Me, "second factor off");
        Passwords.Check(await account.Users.ResetAuthenticatorKeyAsync(user));
        Passwords.Check(await account.Users.SetTwoFactorEnabledAsync(user, false));
        await account.GoOn(Me, user);
        return Done("/admin/profile", "The second factor is off.");
    }

    [HttpPost("/admin/profile/recovery-codes")]
    public async Task<IActionResult> CreateCodes(string codesPassword = "")
    {
        if (await account.Confirmed(Me, codesPassword) is not { } user)
        {
            Wrong("codesPassword", Account.WrongPassword);
            return Unprocessable("Show", await account.Page(Me));
        }
        if (!user.TwoFactorEnabled)
            return Done("/admin/profile", "Recovery codes belong to a second factor. Turn it on first.");
        account.Note(Me, "new recovery codes");
        return await NewCodes(user, "Your earlier recovery codes no longer work.");
    }

    [HttpGet("/admin/profile/recovery-codes")]
    public IActionResult ShowCodes() => TempData[CodesKey] is string[] codes
        ? View("RecoveryCodes", codes)
        : Done("/admin/profile", "Recovery codes are shown once.");

    private async Task<IActionResult> NewCodes(User user, string said)
    {
        TempData[CodesKey] = (await account.Users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes))!.ToArray();
        await db.SaveChangesAsync();
        return Done("/admin/profile/recovery-codes", said);
    }

    private async Task<SecondFactorPage> PageOf(User user)
    {
        if (await account.Users.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key)
        {
            await account.Users.ResetAuthenticatorKeyAsync(user);
            await account.GoOn(Me, user);
            key = (await account.Users.GetAuthenticatorKeyAsync(user))!;
        }
        return SecondFactorPage.Of(user.Email!, key);
    }
}
