using System.Text.Json.Serialization;
using LeadCapture.Localization;
using LeadCapture.Settings;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.Extensions.Localization;

namespace LeadCapture.Web;

public static class WebRegistration
{
    private static readonly string[] ThisMachine = ["localhost", "127.0.0.1", "[::1]"];

    public static void AddWeb(this IServiceCollection services, WebOptions options)
    {
        services.AddSingleton<Health>();
        services.AddSecurityHeaders(options);
        services.AddCompression();
        // What people read is English so far, whatever the server or their browser speaks.
        services.AddOptions<RequestLocalizationOptions>().Configure<IHostEnvironment>((languages, environment) =>
        {
            languages.SetDefaultCulture(Texts.Language);
            languages.RequestCultureProviders.Clear();
            if (environment.IsDevelopment())
                languages.AddSupportedUICultures(Texts.Language, Texts.TestLanguage)
                    .RequestCultureProviders.Add(new QueryStringRequestCultureProvider());
        });
        services.AddSingleton(Texts.Factory).AddSingleton(typeof(IStringLocalizer<>), typeof(StringLocalizer<>))
            .AddSingleton(typeof(IHtmlLocalizer<>), typeof(HtmlLocalizer<>));
        services.AddControllersWithViews(mvc =>
        {
            mvc.Filters.Add<SandboxNotice>();
            mvc.Filters.Add<UnreadableBodies>();
        }).ConfigureApplicationPartManager(FindControllers)
            .AddViewLocalization()
            .AddJsonOptions(json => json.JsonSerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        // The slim builder has no regular expressions in routes.
        services.Configure<RouteOptions>(routes => routes.SetParameterPolicy<RegexInlineRouteConstraint>("regex"));
        services.Configure<RazorViewEngineOptions>(razor => razor.ViewLocationExpanders.Add(new ViewLocations()));
        services.AddProblemDetails();
        services.AddCors();
        if (options.AllowedHosts is { } hosts)
            services.Configure<HostFilteringOptions>(filter => filter.AllowedHosts = Allowed(hosts, options.PublicUrl));
    }

    public static void UseWeb(this WebApplication app, WebOptions options)
    {
        if (options.TrustedProxies > 0)
            app.UseForwardedHeaders(Forwarded(options));
        app.UseMetricsPort(options);
        if (options.PublicUrl is not null)
            app.UseMiddleware<PublicAddress>();
        if (options.PathBase != "")
            app.UseCookiePolicy(Inside(options.PathBase));
        app.UseRequestLog();
        app.UseMiddleware<HeadRequests>();
        app.UseResponseCompression();
        app.UseSecurityHeaders();
        app.UseRequestLocalization();
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseRouting();
        app.UseCors();
    }

    public static void MapWeb(this WebApplication app, WebOptions options)
    {
        app.MapStaticAssets();
        app.MapControllers().WithStaticAssets();
        app.MapHealth();
        app.MapMetrics(options);
    }

    /// Whoever asks about the program's health on its own machine knows no other name for it.
    private static List<string> Allowed(string hosts, Uri? own) =>
        [.. hosts.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), .. ThisMachine,
            .. own is null ? Array.Empty<string>() : [own.Host]];

    /// Cookies name a path of ours.
    private static CookiePolicyOptions Inside(string path) => new()
    {
        OnAppendCookie = cookie => cookie.CookieOptions.Path = path + cookie.CookieOptions.Path,
        OnDeleteCookie = cookie => cookie.CookieOptions.Path = path + cookie.CookieOptions.Path,
    };

    private static void FindControllers(ApplicationPartManager parts)
    {
        var all = parts.ApplicationParts.OfType<AssemblyPart>().Single(part => part.Assembly == typeof(WebRegistration).Assembly);
        parts.ApplicationParts[parts.ApplicationParts.IndexOf(all)] = new ControllerPart(all.Assembly);
    }

    /// From the last entry backwards, as long as the one before it was said by a proxy of ours: what a visitor wrote is never reached.
    private static ForwardedHeadersOptions Forwarded(WebOptions web)
    {
        var options = new ForwardedHeadersOptions
        {
            // Not the host: a proxy that leaves it to the visitor would let anybody name the address of a confirmation.
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = web.TrustedProxies,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in web.KnownNetworks)
            options.KnownIPNetworks.Add(network);
        return options;
    }
}
