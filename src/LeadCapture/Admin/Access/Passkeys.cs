using LeadCapture.Admin.Users;
using Microsoft.AspNetCore.Identity;

namespace LeadCapture.Admin.Access;

/// Whose passkey it is that a browser sends.
public sealed class Passkeys(SignInManager<User> signIn, UserManager<User> users)
{
    /// What a browser asks the device for. Where no user is named, the device knows which passkey fits.
    public async Task<string> Ask(Guid? userId = null) =>
        await signIn.MakePasskeyRequestOptionsAsync(userId is { } id ? await users.FindByIdAsync(id.ToString()) : null);

    /// Null where it is nobody's, or not what a browser sends, or the challenge is over.
    public async Task<User?> Find(string credential)
    {
        try
        {
            var found = await signIn.PerformPasskeyAssertionAsync(credential);
            if (!found.Succeeded)
                return null;
            // The passkey counts its uses, so that a copy of it is noticed.
            await users.AddOrUpdatePasskeyAsync(found.User, found.Passkey);
            return found.User is { Disabled: false, HasRole: true, ComesByOpenId: false } ? found.User : null;
        }
        catch (Exception fault) when (fault is PasskeyException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    /// The page that the device signed for is one of ours, whatever the request says about where it comes from.
    public static ValueTask<bool> IsOurs(PasskeyOriginValidationContext asked)
    {
        var request = asked.HttpContext.Request;
        var ours = !asked.CrossOrigin && Uri.TryCreate(asked.Origin, UriKind.Absolute, out var origin)
            && origin.Host.Equals(request.Host.Host, StringComparison.OrdinalIgnoreCase)
            && origin.Port == (request.Host.Port ?? (origin.Scheme == "https" ? 443 : 80))
            // Behind a proxy that does not tell of https, the page is still one.
            && (origin.Scheme == "https" || origin.Scheme == request.Scheme);
        return new(ours);
    }
}
