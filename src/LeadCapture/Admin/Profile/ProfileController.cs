using LeadCapture.Admin.Access;
using LeadCapture.Admin.Users;
using LeadCapture.Data;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Mvc;
using static LeadCapture.Admin.Profile.ProfileText;

namespace LeadCapture.Admin.Profile;

/// Everybody's own page: name, password, second factor, passkeys, and where one is signed in.
[Needs(Role.Viewer)]
public sealed class ProfileController(LeadDb db, Account account, SignIns signIns, Links links) : AdminController
{
    private const string Here = "/admin/profile";

    [HttpGet(Here, Name = ProfileRoutes.Profile)]
    public async Task<IActionResult> Show() => View("Show", await account.Page(CurrentUser));

    [HttpPost(Here + "/name", Name = ProfileRoutes.Name)]
    public async Task<IActionResult> Rename(NameForm form)
    {
        if (!ModelState.IsValid)
            return Unprocessable("Show", await account.Page(CurrentUser, form.Name));
        (await account.Of(CurrentUser)).Rename(form.Name);
        account.Note(CurrentUser, "name");
        await db.SaveChangesAsync();
        return Done(ProfileRoutes.Profile, T["Name saved."]);
    }

    [HttpPost(Here + "/password", Name = ProfileRoutes.Password)]
    public async Task<IActionResult> ChangePassword(PasswordForm form)
    {
        if (!ModelState.IsValid)
            return Unprocessable("Show", await account.Page(CurrentUser));
        if (await account.IsWrong(CurrentUser, form.CurrentPassword) is { } wrong)
        {
            Wrong("currentPassword", wrong);
            return Unprocessable("Show", await account.Page(CurrentUser));
        }
        var user = await account.Of(CurrentUser);
        account.Note(CurrentUser, "password");
        Passwords.Check(await account.Users.ChangePasswordAsync(user, form.CurrentPassword, form.NewPassword));
        await links.End(CurrentUser.Id);
        await account.GoOn(CurrentUser, user);
        return Done(ProfileRoutes.Profile, T["Password changed. You have been signed out everywhere else."]);
    }

    [HttpPost(Here + "/sign-ins/{id:guid}/end", Name = ProfileRoutes.EndSignIn)]
    public async Task<IActionResult> EndSignIn(Guid id)
    {
        await signIns.End(CurrentUser.Id, id);
        account.Note(CurrentUser, "ended a sign-in");
        await db.SaveChangesAsync();
        return Done(ProfileRoutes.Profile, T["Session ended."]);
    }

    [HttpPost(Here + "/sign-ins/end", Name = ProfileRoutes.EndOtherSignIns)]
    public async Task<IActionResult> EndOtherSignIns()
    {
        await signIns.EndAll(CurrentUser.Id, except: CurrentUser.SignInId);
        account.Note(CurrentUser, "signed out everywhere else");
        await db.SaveChangesAsync();
        return Done(ProfileRoutes.Profile, T["You have been signed out everywhere else."]);
    }
}
