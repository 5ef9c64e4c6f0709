using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.ReplyIo;
using LeadCapture.Settings;
using LeadCapture.Web;

namespace LeadCapture;

/// The application as a table of contents: add, build, use, map.
public static class LeadCaptureApp
{
    private const int LargestBody = 256 * 1024;

    public static async Task<WebApplication> Start(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var app = Build(args, configure);
        try
        {
            await new Startup(app.Services).Run();
            await app.StartAsync();
            Announce(app);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    private static void Announce(WebApplication app)
    {
        var address = app.Urls.FirstOrDefault()?.Replace("[::]", "localhost", StringComparison.Ordinal)
            .Replace("0.0.0.0", "localhost", StringComparison.Ordinal);
        var account = app.Services.GetRequiredService<ReplyIoAccount>();
        var way = account switch
        {
            { Sandbox: { } sandbox } => $"Leads go to the sandbox, not to Reply.io. See what it received: {sandbox}",
            { Ready: true } => "Leads go to Reply.io.",
            _ => "There is no API key yet: leads are kept, and sent once Reply:ApiKey is set.",
        };
        Console.WriteLine($"LeadCapture is open at {address}\n{way}");
    }

    /// The program may be started from any folder: it finds its own files beside itself, and the data where it was started.
    private static string Home() =>
        Directory.Exists("wwwroot") || Directory.Exists("Properties")
            ? Directory.GetCurrentDirectory()
            : AppContext.BaseDirectory;

    private static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(LeadCaptureApp).Assembly.GetName().Name,
            ContentRootPath = Home(),
        });
        configure?.Invoke(builder);
        var settings = new SettingReader(builder.Configuration);
        var store = StoreOptions.Read(settings);
        var reply = ReplyOptions.Read(settings, builder.Environment.IsDevelopment());
        var web = WebOptions.Read(settings);
        settings.Check();

        builder.AddLog(store.DataDirectory);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        var services = builder.Services;
        services.AddSingleton(store).AddSingleton(reply).AddSingleton(web);
        services.AddSingleton(TimeProvider.System);
        services.AddStore(store);
        services.AddReplyIo(options => options.AttemptTimeout = reply.AttemptTimeout);
        services.AddDeliveries(reply);
        services.AddForms();
        services.AddWeb();

        var app = builder.Build();
        app.UseWeb(web);
        app.MapWeb();
        return app;
    }
}
