using LeadCapture.Data;

namespace LeadCapture.Forms.Themes;

/// Each night, and soon after a start, deletes the pictures that nothing shows any more: no version, no state of a draft that can come
/// back, and not the default look. In plain SQL: an idle program loads no EF Core.
public sealed partial class PictureSweep(Store store, TimeProvider clock, ILogger<PictureSweep> logger) : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// Whoever has just chosen a picture is about to save what it is for.
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// On the server's clock, when a day of sweeping begins.
    private static readonly TimeSpan Hour = TimeSpan.FromHours(3);

    private const string Unused = """
        created_at <= $1
            AND NOT EXISTS (SELECT 1 FROM form_versions WHERE definition LIKE '%' || hash || '%')
            AND NOT EXISTS (SELECT 1 FROM form_drafts WHERE definition LIKE '%' || hash || '%')
            AND NOT EXISTS (SELECT 1 FROM default_look WHERE theme LIKE '%' || hash || '%')
        """;

    private DateTime sweptOn;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => clock.Every(Pause, TrySweep, stoppingToken);

    private async Task TrySweep()
    {
        var day = (clock.GetLocalNow().DateTime - Hour).Date;
        if (day == sweptOn)
            return;
        try
        {
            await Sweep(clock.GetUtcNow().UtcDateTime - Kept);
            sweptOn = day;
        }
        catch (Exception fault)
        {
            SweepFailed(fault.GetType().Name);
        }
    }

    /// Looking through all forms takes a while, and nobody shall wait for it who wants to write: the transaction looks for those that
    /// were found alone.
    private async Task Sweep(DateTime until)
    {
        List<string> unused;
        await using (var reading = await store.Read())
            unused = await reading.Query("SELECT hash FROM pictures WHERE " + Unused, row => row.GetString(0), until);
        if (unused.Count == 0)
            return;
        await using var transaction = await store.Begin();
        foreach (var hash in unused)
            transaction.Add($"DELETE FROM pictures WHERE hash = $2 AND {Unused}", until, hash);
        await transaction.Commit();
        Swept(unused.Count);
    }

    [LoggerMessage(LogLevel.Information, "Pictures deleted because no form shows them any more: {Count}")]
    private partial void Swept(int count);

    [LoggerMessage(LogLevel.Warning, "Deleting unused pictures failed ({Fault}); retrying in an hour")]
    private partial void SweepFailed(string fault);
}
