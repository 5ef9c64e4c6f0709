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
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    private static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure)
    {
        var builder = WebApplication.CreateBuilder(args);
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
        services.AddSingleton(_ => FolderLock.Take(store.DataDirectory));
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
