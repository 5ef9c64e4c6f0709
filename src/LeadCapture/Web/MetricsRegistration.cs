using System.Reflection;
using LeadCapture.Deliveries;
using LeadCapture.Settings;
using Microsoft.Extensions.Diagnostics.Metrics;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace LeadCapture.Web;

/// What is counted, and where Prometheus reads it.
public static class MetricsRegistration
{
    /// Of one instrument, with different labels. Room for all of them is taken at once.
    private const int MostSeries = 200;

    public static void AddMeters(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton<QueueGauges>();
        // Ours alone, where several programs run in one process. The runtime's costs nothing until it is read; any other is told
        // where a setting names it.
        services.AddMetrics(metrics => metrics
            .EnableMetrics(AttemptMeter.Name, instrumentName: null, listenerName: null, MeterScope.Local)
            .EnableMetrics("System.Runtime")
            .AddConfiguration(settings.GetSection("Metrics")));
        services.AddOpenTelemetry().ConfigureResource(Name).WithMetrics(metrics => metrics
            .AddView(_ => new MetricStreamConfiguration { CardinalityLimit = MostSeries })
            .AddPrometheusExporter(prometheus =>
                (prometheus.ScopeInfoEnabled, prometheus.ScrapeResponseCacheDurationMilliseconds) = (false, 0)));
    }

    public static void MapMetrics(this WebApplication app, WebOptions options) =>
        app.MapPrometheusScrapingEndpoint("/metrics", meterProvider: null, optionsName: null, configureBranchedPipeline: branch =>
            branch.Use(async (context, next) =>
            {
                if (Metrics.Refusal(context, options) is { } refusal)
                {
                    await refusal.ExecuteAsync(context);
                    return;
                }
                // Made by the first who asks: the settings of the store are not checked yet when this is mapped.
                await context.RequestServices.GetRequiredService<QueueGauges>().Read(context.RequestAborted);
                await next(context);
            })).WithMetadata(new HttpMethodMetadata([HttpMethods.Get]));

    private static void Name(ResourceBuilder program) => program.AddService(
        "leadcapture", serviceVersion: Assembly.GetExecutingAssembly().GetName().Version?.ToString(3),
        autoGenerateServiceInstanceId: false);
}
