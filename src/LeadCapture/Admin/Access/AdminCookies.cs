using LeadCapture.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace LeadCapture.Admin.Access;

/// The cookies of the admin area. They are sent to it alone: public pages know none.
internal static class AdminCookies
{
    public static readonly TimeSpan SecondStep = TimeSpan.FromMinutes(5);

    public static void AddAdminCookies(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, cookie =>
            {
                cookie.Cookie.Guard("leadcapture-admin");
                cookie.ExpireTimeSpan = SignIns.Lifetime;
                cookie.Events.OnValidatePrincipal = Recognise;
                cookie.Events.OnRedirectToLogin = SendToLogin;
                cookie.Events.OnRedirectToAccessDenied = Refuse;
            })
            // Holds who gave the right password until the code comes, and the challenge of a passkey.
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, cookie =>
            {
                cookie.Cookie.Guard("leadcapture-step");
                cookie.ExpireTimeSpan = SecondStep;
            });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Guard("leadcapture-form");
            // The policy says who may frame a page.
            options.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.Guard("leadcapture-news"));
    }

    public static void Guard(this CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.Path = AdminRoutes.Root;
        cookie.HttpOnly = true;
        cookie.IsEssential = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    private static async Task Recognise(CookieValidatePrincipalContext context)
    {
        var signIns = context.HttpContext.RequestServices.GetRequiredService<SignIns>();
        if (await signIns.Recognise(context.HttpContext, context.Principal!) is { } me)
        {
            context.HttpContext.Features.Set(me);
            ErrorPlace.Set(context.HttpContext, "/Admin");
            return;
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// Only the path comes along: a query may hold what somebody searched for.
    private static Task SendToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        var (path, isPage) = (context.Request.Path, HttpMethods.IsGet(context.Request.Method));
        var to = isPage && path != AdminRoutes.Root ? path.ToString() : null;
        context.Response.Redirect(context.HttpContext.To(AccessRoutes.SignIn, new { to }));
        return Task.CompletedTask;
    }

    private static Task Refuse(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
