using System.Buffers.Text;
using LeadCapture.Admin.Access;
using LeadCapture.Admin.Users;
using LeadCapture.Data;
using LeadCapture.Forms;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using static LeadCapture.Admin.Profile.ProfileText;

namespace LeadCapture.Admin.Profile;

/// The own passkeys: added, named, removed.
[Needs(Role.Viewer)]
public sealed class PasskeysController(LeadDb db, Account account, SignInManager<User> signIn) : AdminController
{
    private const string Here = "/admin/profile/passkeys";
    private const int LongestName = 60;

    /// Asked first, so that no device makes a passkey that is refused afterwards.
    [HttpPost(Here + "/options")]
    public async Task<IActionResult> Options(string passkeyPassword = "")
    {
        if (await account.IsWrong(CurrentUser, passkeyPassword) is { } wrong)
            return StatusCode(StatusCodes.Status422UnprocessableEntity, wrong);
        var wanted = new PasskeyUserEntity { Id = CurrentUser.Id.ToString(), Name = CurrentUser.Email, DisplayName = CurrentUser.Name };
        return Content(await signIn.MakePasskeyCreationOptionsAsync(wanted), "application/json");
    }

    [HttpPost(Here, Name = ProfileRoutes.Passkeys)]
    public async Task<IActionResult> Create(string credential = "", string name = "", string passkeyPassword = "")
    {
        if (await account.IsWrong(CurrentUser, passkeyPassword) is { } wrong)
        {
            Wrong("passkeyPassword", wrong);
            return Unprocessable("Show", await account.Page(CurrentUser));
        }
        if (await Read(credential) is not { } passkey)
        {
            Wrong("", T["The passkey could not be added. Try again."]);
            return Unprocessable("Show", await account.Page(CurrentUser));
        }
        passkey.Name = Cut(name);
        account.Note(CurrentUser, "added a passkey");
        Passwords.Check(await account.Users.AddOrUpdatePasskeyAsync(await account.Of(CurrentUser), passkey));
        return Done(ProfileRoutes.Profile, T["Passkey added. You can now sign in with it."]);
    }

    [HttpPost(Here + "/{id}/name", Name = ProfileRoutes.NamePasskey)]
    public async Task<IActionResult> Rename(string id, string name = "")
    {
        var user = await account.Of(CurrentUser);
        if (await Find(user, id) is not { } passkey)
            return NotFound();
        passkey.Name = Cut(name);
        Passwords.Check(await account.Users.AddOrUpdatePasskeyAsync(user, passkey));
        return Done(ProfileRoutes.Profile, T["Passkey renamed."]);
    }

    [HttpPost(Here + "/{id}/remove", Name = ProfileRoutes.RemovePasskey)]
    [Confirmed]
    public async Task<IActionResult> Destroy(string id)
    {
        var user = await account.Of(CurrentUser);
        if (await Find(user, id) is not { } passkey)
            return NotFound();
        account.Note(CurrentUser, "removed a passkey");
        Passwords.Check(await account.Users.RemovePasskeyAsync(user, passkey.CredentialId));
        await db.SaveChangesAsync();
        return Done(ProfileRoutes.Profile, T["Passkey removed."]);
    }

    private async Task<UserPasskeyInfo?> Read(string credential)
    {
        try
        {
            return (await signIn.PerformPasskeyAttestationAsync(credential)) is { Succeeded: true } made ? made.Passkey : null;
        }
        catch (Exception fault) when (fault is PasskeyException or InvalidOperationException or ArgumentException)
        {
            // Not what a browser sends, or the challenge is over.
            return null;
        }
    }

    private async Task<UserPasskeyInfo?> Find(User user, string id) =>
        Base64Url.IsValid(id) ? await account.Users.GetPasskeyAsync(user, Base64Url.DecodeFromChars(id)) : null;

    private static string Cut(string name) => name.Length switch
    {
        0 => T["Passkey"],
        > LongestName => InputNormalizer.Start(name, LongestName),
        _ => name,
    };
}
