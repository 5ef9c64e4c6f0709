using LeadCapture.Forms;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Net.Http.Headers;

namespace LeadCapture.Pages;

/// Which pages of other sites may call the API: those on the sites of the form that the call is about. Never with cookies.
public sealed class FormSites(FormCatalog forms, Confirmations confirmations) : ICorsPolicyProvider
{
    public const string Policy = "form-sites";
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);
    private static readonly CorsPolicy Nobody = new CorsPolicyBuilder().Build();

    public async Task<CorsPolicy?> GetPolicyAsync(HttpContext context, string? policyName)
    {
        if (policyName != Policy)
            return null;
        // Last of all: what keeps an answer out of caches takes the header away.
        context.Response.OnStarting(VaryByOrigin, context.Response);
        var origin = context.Request.Headers.Origin.ToString();
        return await Find(context.Request.RouteValues) is { } form && Lists(form.Definition.Sites, origin)
            ? For(origin, Asked(context.Request.Headers))
            : Nobody;
    }

    /// Whatever the answer is, it is for this origin alone.
    private static Task VaryByOrigin(object response)
    {
        var headers = ((HttpResponse)response).Headers;
        if (!headers.Vary.ToString().Contains(HeaderNames.Origin, StringComparison.OrdinalIgnoreCase))
            headers.Append(HeaderNames.Vary, HeaderNames.Origin);
        return Task.CompletedTask;
    }

    private async ValueTask<PublishedForm?> Find(RouteValueDictionary route) => route switch
    {
        { } when route["slug"] is string slug => await forms.Find(slug),
        { } when route["receipt"] is string receipt => await confirmations.FormOf(receipt),
        _ => null,
    };

    private static bool Lists(IReadOnlyList<string> sites, string origin) => sites.Count > 0
        && new CorsPolicyBuilder([.. sites.Select(AsOrigin)]).SetIsOriginAllowedToAllowWildcardSubdomains().Build().IsOriginAllowed(origin);

    /// As browsers write it: without the port that goes without saying.
    private static string AsOrigin(string site) =>
        Uri.TryCreate(site, UriKind.Absolute, out var address) ? address.GetLeftPart(UriPartial.Authority) : site;

    /// What a page wants to send along. Never an API key: in a page, everybody could read it.
    private static string[] Asked(IHeaderDictionary headers) =>
    [
        .. headers.AccessControlRequestHeaders.ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(name => !name.Equals(HeaderNames.Authorization, StringComparison.OrdinalIgnoreCase)),
    ];

    private static CorsPolicy For(string origin, string[] headers) => new CorsPolicyBuilder(origin)
        .WithMethods(HttpMethods.Get, HttpMethods.Post)
        .WithHeaders(headers)
        .WithExposedHeaders(HeaderNames.Location, HeaderNames.RetryAfter)
        .SetPreflightMaxAge(Remembered)
        .Build();
}
