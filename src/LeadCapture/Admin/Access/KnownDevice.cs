using System.Security.Cryptography;
using LeadCapture.Admin.Users;
using Microsoft.AspNetCore.DataProtection;

namespace LeadCapture.Admin.Access;

/// A browser in which a user was signed in before. It opens nothing; its wrong tries are counted apart.
public sealed class KnownDevice(IDataProtectionProvider protection)
{
    private const string Cookie = "leadcapture-device";
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);
    private readonly IDataProtector protector = protection.CreateProtector("LeadCapture.KnownDevice");

    /// Null where this user was not signed in here.
    public Guid? Of(HttpContext context, Guid? userId) =>
        Read(context) is { } known && known.User == userId ? known.Device : null;

    public void Remember(HttpContext context, User user)
    {
        var device = Of(context, user.Id) ?? Guid.NewGuid();
        var cookie = new CookieBuilder { MaxAge = Lifetime };
        cookie.Guard(Cookie);
        context.Response.Cookies.Append(Cookie, protector.Protect($"{user.Id} {device}"), cookie.Build(context));
    }

    private (Guid User, Guid Device)? Read(HttpContext context)
    {
        try
        {
            return context.Request.Cookies[Cookie] is { } kept && protector.Unprotect(kept).Split(' ') is [var user, var device]
                ? (Guid.Parse(user), Guid.Parse(device)) : null;
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
