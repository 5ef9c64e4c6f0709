using Microsoft.AspNetCore.Mvc;

namespace LeadCapture.Web;

/// A page of ours by the name of its route, where no request is at hand. Query: as a filter writes it, with its question mark.
public sealed record RouteLink(string Route, object? Values = null, string Query = "");

/// Addresses from the names of routes, with the path that people come by. A name that no route has, or a part of the address that
/// is missing, is a mistake of ours, and no page hides it.
public static class RouteLinks
{
    public static string To(this IUrlHelper url, string route, object? values = null, string query = "") =>
        (url.RouteUrl(route, values) ?? throw None(route)) + query;

    public static string To(this IUrlHelper url, RouteLink link) => url.To(link.Route, link.Values, link.Query);

    /// Outside of MVC.
    public static string To(this HttpContext context, string route, object? values = null) => context.RequestServices
        .GetRequiredService<LinkGenerator>().GetPathByRouteValues(context, route, values) ?? throw None(route);

    private static InvalidOperationException None(string route) => new($"No route \"{route}\" with these values.");
}
