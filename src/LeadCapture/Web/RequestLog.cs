using Serilog;
using Serilog.Events;
using Serilog.Settings.Configuration;

namespace LeadCapture.Web;

/// One line for each request that failed. The route stands for the path: a receipt opens a page with personal data, and a query may carry some.
public static class RequestLog
{
    private static readonly object Asked = new();
    private static readonly ConfigurationReaderOptions Sinks =
        new(typeof(ConsoleLoggerConfigurationExtensions).Assembly, typeof(FileLoggerConfigurationExtensions).Assembly);

    public static void AddLog(this WebApplicationBuilder builder, string dataDirectory) =>
        builder.Host.UseSerilog((context, log) => log
        .MinimumLevel.Information()
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
        .MinimumLevel.Override("System", LogEventLevel.Warning)
        // It writes what a provider says, which may name people. Admin/Access/OpenIdFailures has a line for each failure.
        .MinimumLevel.Override("Microsoft.AspNetCore.Authentication.OpenIdConnect", LogEventLevel.Fatal)
        // Named, because it would look into every file beside the program for them.
        .ReadFrom.Configuration(context.Configuration, Sinks)
        .WriteTo.Console(formatProvider: InvariantCulture)
        // Each line written by itself cost a tenth of the throughput; within a second all stand in the file.
        .WriteTo.File(Path.Combine(dataDirectory, "logs", "leadcapture-.log"), rollingInterval: RollingInterval.Day,
            retainedFileCountLimit: 31, formatProvider: InvariantCulture, buffered: true,
            flushToDiskInterval: TimeSpan.FromSeconds(1)),
        // Each program writes to its own log, also where several run in one process.
        preserveStaticLogger: true);

    public static void UseRequestLog(this WebApplication app) => app.UseSerilogRequestLogging(options =>
    {
        options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
        // What went well is known from the attempts; a line for each such request cost a tenth of the throughput.
        options.GetLevel = (context, _, fault) => (fault, context.Response.StatusCode) switch
        {
            (not null, _) or (_, >= 500) => LogEventLevel.Error,
            (_, >= 400) => LogEventLevel.Information,
            _ => LogEventLevel.Debug,
        };
        options.MessageTemplate = "{RequestMethod} {Route} {StatusCode} in {Elapsed:0} ms";
        options.GetMessageTemplateProperties = (context, _, elapsed, status) =>
        [
            new("RequestMethod", new ScalarValue(context.Request.Method)),
            new("Route", new ScalarValue(RouteOf(context))),
            new("StatusCode", new ScalarValue(status)),
            new("Elapsed", new ScalarValue(elapsed)),
        ];
    });

    private static string RouteOf(HttpContext context) =>
        (context.Items.TryGetValue(Asked, out var asked) ? asked : context.GetEndpoint()) is RouteEndpoint endpoint
            ? "/" + endpoint.RoutePattern.RawText?.TrimStart('/')
            : "(no route)";

    /// An error page answers in the place of another endpoint: the log names that one.
    public static void AnswersFor(HttpContext context, Endpoint? asked) => context.Items[Asked] = asked;
}
