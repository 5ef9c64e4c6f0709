using LeadCapture.Forms;
using LeadCapture.Submissions.ApiKeys;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using static LeadCapture.Pages.PageText;

namespace LeadCapture.Pages;

/// Whoever shows an API key is let in by it, or not at all. Without one, the API is as open as the form's page.
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesApiKeyAttribute : Attribute, IAsyncAuthorizationFilter
{
    private const string Scheme = "Bearer";

    public static KnownKey? KeyOf(HttpContext context) => context.Features.Get<KnownKey>();

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        // What a proxy asks for itself, such as Basic, is none of ours.
        var said = http.Request.Headers.Authorization.ToString().Split(' ', 2);
        if (!said[0].Equals(Scheme, StringComparison.OrdinalIgnoreCase))
            return;
        if (said is not [_, var token] || await http.RequestServices.GetRequiredService<KeyRegister>().Find(token.Trim()) is not { } key)
        {
            http.Response.Headers.WWWAuthenticate = Scheme;
            context.Result = Problem(http, StatusCodes.Status401Unauthorized, T["Unknown API key"],
                T["This API key is wrong, revoked, or expired. Nothing was saved."]);
        }
        else if (await FormOf(context) is { } form && !key.MayUse(form))
            context.Result = Problem(http, StatusCodes.Status403Forbidden, T["Not for this API key"],
                T["This API key may not use this form. Nothing was saved."]);
        else
        {
            http.Features.Set(key);
            http.RequestServices.GetRequiredService<KeyUse>().Note(key);
        }
    }

    /// Null: none is there, which is what the answer says then.
    private static async ValueTask<PublishedForm?> FormOf(AuthorizationFilterContext context) => context.RouteData.Values switch
    {
        { } route when route["slug"] is string slug => await Service<FormCatalog>(context).Find(slug),
        { } route when route["receipt"] is string receipt => await Service<Confirmations>(context).FormOf(receipt),
        _ => null,
    };

    private static T Service<T>(AuthorizationFilterContext context) where T : notnull =>
        context.HttpContext.RequestServices.GetRequiredService<T>();

    private static ObjectResult Problem(HttpContext http, int status, string title, string detail)
    {
        http.Response.Headers.CacheControl = "no-store";
        return new(http.RequestServices.GetRequiredService<ProblemDetailsFactory>().CreateProblemDetails(http, status, title, detail: detail))
        {
            StatusCode = status,
            ContentTypes = { "application/problem+json" },
        };
    }
}
