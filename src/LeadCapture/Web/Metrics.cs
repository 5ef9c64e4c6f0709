using System.Net;
using System.Security.Cryptography;
using System.Text;
using LeadCapture.Settings;

namespace LeadCapture.Web;

/// Who reads the numbers of the queue: who has the key, or comes by their own port; without either, this machine alone.
public static class Metrics
{
    private const string Scheme = "Bearer ";

    /// Who comes with one of these came by a proxy.
    private static readonly string[] Forwarded =
    [
        "X-Forwarded-For", "X-Original-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Original-Proto", "X-Real-IP", "Forwarded",
        "Via",
    ];

    /// Beside the addresses of the pages, which the host would no longer open by itself.
    public static void OpenMetricsPort(this WebApplication app, WebOptions options)
    {
        if (options.MetricsPort == 0)
            return;
        foreach (var address in Addresses(app.Configuration))
            app.Urls.Add(address);
        app.Urls.Add($"http://*:{options.MetricsPort.ToString(InvariantCulture)}");
    }

    /// Nothing that people use is there.
    public static void UseMetricsPort(this WebApplication app, WebOptions options)
    {
        if (options.MetricsPort > 0)
            app.Use((context, next) =>
            {
                if (context.Connection.LocalPort == options.MetricsPort && !IsForMachines(context.Request.Path))
                    context.Request.Path = "/error/404";
                return next(context);
            });
    }

    public static IResult? Refusal(HttpContext context, WebOptions options)
    {
        if (options.MetricsPort > 0 && context.Connection.LocalPort != options.MetricsPort)
            return Results.NotFound();
        if (options.MetricsKey is not { } key)
            return options.MetricsPort > 0 || IsHere(context) ? null : Results.NotFound();
        if (Has(context.Request.Headers.Authorization.ToString(), key))
            return null;
        context.Response.Headers.WWWAuthenticate = Scheme.TrimEnd();
        return Results.StatusCode(StatusCodes.Status401Unauthorized);
    }

    private static bool IsForMachines(PathString path) => path == "/metrics" || path.StartsWithSegments("/health");

    private static bool Has(string authorization, string key) =>
        authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(authorization[Scheme.Length..].Trim()), Encoding.UTF8.GetBytes(key));

    private static bool IsHere(HttpContext context) => context.Connection.RemoteIpAddress is { } from
        && (IPAddress.IsLoopback(from) || from.Equals(context.Connection.LocalIpAddress))
        && !Forwarded.Any(context.Request.Headers.ContainsKey);

    /// As the host reads them.
    private static string[] Addresses(IConfiguration settings)
    {
        static string[] Parts(string? text) =>
            (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (Parts(settings["urls"]) is { Length: > 0 } urls)
            return urls;
        string[] ports = [.. Parts(settings["http_ports"]).Select(port => "http://*:" + port),
            .. Parts(settings["https_ports"]).Select(port => "https://*:" + port)];
        return ports.Length > 0 ? ports : ["http://localhost:5000"];
    }
}
