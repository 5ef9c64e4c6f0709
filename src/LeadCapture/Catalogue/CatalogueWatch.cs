using LeadCapture.Data;

namespace LeadCapture.Catalogue;

/// Reads the catalogue each night, on one node. Nothing waits for it: no visitor, no delivery.
public sealed partial class CatalogueWatch(
    Store store, ReplyIoCatalogue catalogue, CatalogueSchedule schedule, TimeProvider clock, ILogger<CatalogueWatch> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!schedule.IsOn)
            return;
        await clock.Every(schedule.Pause, Look, LookFailed, stoppingToken);
    }

    private async Task Look(CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (catalogue.Source is not { } source || !await CatalogueRow.Take(store, source, now, now + schedule.Again))
            return;
        if ((await catalogue.Refresh(stop)).Problem is { } problem)
            NotRead(problem.Gap, problem.Reason);
    }

    [LoggerMessage(LogLevel.Warning, "Reply.io's custom fields were not read ({Gap}) {Reason}; retrying in an hour")]
    private partial void NotRead(CatalogueGap gap, string reason);

    [LoggerMessage(LogLevel.Warning, "Reading Reply.io's custom fields failed ({Fault}); retrying in an hour")]
    private partial void LookFailed(string fault);
}
