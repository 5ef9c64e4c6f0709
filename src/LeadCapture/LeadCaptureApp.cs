using LeadCapture.Admin;
using LeadCapture.Admin.Runs;
using LeadCapture.Admin.Users;
using LeadCapture.Alerts;
using LeadCapture.Booth;
using LeadCapture.Catalogue;
using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Leads.Search;
using LeadCapture.Pages;
using LeadCapture.ReplyIo;
using LeadCapture.Settings;
using LeadCapture.Submissions;
using LeadCapture.Web;
using LeadCapture.Webhooks;

namespace LeadCapture;

/// The application as a table of contents: add, build, use, map.
public static partial class LeadCaptureApp
{
    private const int LargestBody = 256 * 1024;

    public static async Task<WebApplication> Start(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var app = Build(args, configure);
        try
        {
            await MakeReady(app);
            var owner = app.Services.GetRequiredService<FirstOwner>();
            var setUp = await owner.Prepare();
            await app.StartAsync();
            Announce(app);
            if (setUp is not null)
                owner.Announce(app.Services.GetRequiredService<WebOptions>().PublicUrl?.AbsoluteUri ?? AddressOf(app), setUp);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// The store is prepared while the pages are mapped: neither needs the other, and each takes a fifth of the start.
    private static async Task MakeReady(WebApplication app)
    {
        var store = Task.Run(new Startup(app.Services).Run);
        try
        {
            MapPages(app, app.Services.GetRequiredService<WebOptions>());
        }
        finally
        {
            await store;
        }
    }

    private static void MapPages(WebApplication app, WebOptions web)
    {
        app.UseWeb(web);
        app.UseAdmin();
        app.MapWeb(web);
        app.OpenMetricsPort(web);
    }

    private static void Announce(WebApplication app)
    {
        var account = app.Services.GetRequiredService<ReplyIoAccount>();
        var way = account switch
        {
            { Sandbox: { } sandbox } => $"Leads are sent to the sandbox, not to Reply.io. To see what it received, open {sandbox}",
            { Ready: true } => "Leads are sent to Reply.io.",
            _ => "No API key yet. Leads are kept, and sent once you save a key under Settings in the admin area.",
        };
        Console.WriteLine($"LeadCapture is running at {AddressOf(app)}\n{way}");
    }

    [LoggerMessage(LogLevel.Warning, "Others on this machine may read what is in DataDirectory: it belongs to another account")]
    private static partial void FilesStayOpen(ILogger logger);

    private static string AddressOf(WebApplication app) => app.Urls.FirstOrDefault("")
        .Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal);

    private static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure)
    {
        var builder = SettingFiles.CreateBuilder(new()
        {
            Args = [SettingFiles.ReadOnce, .. args],
            ApplicationName = typeof(LeadCaptureApp).Assembly.GetName().Name,
            // Started from any folder, the program finds its own files beside itself, and the data where it was started.
            ContentRootPath = AppContext.BaseDirectory,
        });
        // A build has its style sheets in the project's folder and says so in a manifest; a published program has no manifest.
        builder.WebHost.UseStaticWebAssets();
        configure?.Invoke(builder);
        var settings = new SettingReader(builder.Configuration);
        var store = StoreOptions.Read(settings);
        var protection = ProtectionOptions.Read(settings);
        var reply = ReplyOptions.Read(settings, builder.Environment.IsDevelopment());
        var web = WebOptions.Read(settings);
        var admin = AdminOptions.Read(settings);
        var openId = OpenIdOptions.Read(settings);
        settings.Check();

        var closed = PrivateFiles.Close(store);
        builder.AddLog(store.DataDirectory);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        var services = builder.Services;
        services.AddSingleton(store).AddSingleton(reply).AddSingleton(web).AddSingleton(admin)
            .AddSingleton(openId).AddSingleton(protection).AddSingleton(settings.Configuration);
        services.AddStore(store, protection);
        services.AddReplyIo(options => (options.AttemptTimeout, options.Connect) = (reply.AttemptTimeout, Destination.Connect));
        services.AddDeliveries(reply);
        services.AddCatalogue();
        services.AddAlerts();
        services.AddWebhooks();
        services.AddForms();
        services.AddLeadSearch();
        services.AddSubmissions();
        services.AddBooth();
        services.AddPages();
        services.AddAdmin(openId);
        services.AddRuns();
        services.AddWeb(web);
        services.AddMeters(builder.Configuration);

        var app = builder.Build();
        if (!closed)
            FilesStayOpen(app.Services.GetRequiredService<ILogger<StoreOptions>>());
        return app;
    }
}
