using LeadCapture.Data;

namespace LeadCapture.Admin.Leads.Import;

/// Puts files away whose hour is over, also where nobody comes back for them. In plain SQL: an idle program loads no EF Core.
public sealed partial class ImportSweep(Store store, TimeProvider clock, ILogger<ImportSweep> logger) : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => clock.Every(Pause, TrySweep, stoppingToken);

    private async Task TrySweep()
    {
        try
        {
            await using var transaction = await store.Begin();
            transaction.Add("DELETE FROM lead_imports WHERE expires_at <= $1", clock.GetUtcNow().UtcDateTime);
            await transaction.Commit();
        }
        catch (Exception fault)
        {
            SweepFailed(fault.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Deleting old import files failed ({Fault}); retrying in a few minutes")]
    private partial void SweepFailed(string fault);
}
