using System.Globalization;
using LeadCapture.Catalogue;
using LeadCapture.Data;
using LeadCapture.Localization;

namespace LeadCapture.Alerts;

/// Looks every few seconds whether somebody has to be told. Nothing waits for it: no visitor, no delivery.
public sealed partial class AlertWatch(
    Store store, SecretBox secrets, AlertSender sender, MappingDrift drift, TimeProvider clock, ILogger<AlertWatch> logger)
    : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    /// An attempt of another node stands in the store a moment after the time that it bears.
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(10);

    /// What did not arrive is told again after this time; also how long one may take to tell.
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(5);

    /// After a start: as far as failures are looked for that nobody was told about.
    private static readonly TimeSpan Before = TimeSpan.FromHours(24);

    /// Nothing that needs a person happened between what was told and this moment.
    private DateTime quietUntil;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Nobody asks for what is told, logged and stored here: it has the language of the texts, whatever the server speaks.
        CultureInfo.CurrentUICulture = GetCultureInfo(Texts.Language);
        await clock.Every(Pause, Look, LookFailed, stoppingToken);
    }

    public async Task Look(CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (settings, found) = await Find(now);
        foreach (var (kind, finding) in found)
            if (await AlertRow.Take(store, kind, now, now + Again))
                await Tell(kind, finding, settings, now, stop);
    }

    private async Task<(AlertSettings Settings, List<(AlertKind Kind, Finding Finding)> Found)> Find(DateTime now)
    {
        await using var reading = await store.Read();
        var settings = await AlertRow.Settings(reading);
        List<(AlertKind, Finding)> found = [];
        if (!settings.HasEmail && await secrets.Sealed(AlertSettings.Webhook) is null)
            return (settings, found);
        foreach (var (kind, toldUntil) in await AlertRow.Due(reading, now))
            if (await Find(reading, kind, toldUntil, settings, now) is { } finding)
                found.Add((kind, finding));
        return (settings, found);
    }

    private async ValueTask<Finding?> Find(SqlReader reading, AlertKind kind, DateTime? toldUntil, AlertSettings settings, DateTime now)
    {
        if (kind == AlertKind.KeyRefused)
            return await Findings.KeyRefused(reading);
        if (kind == AlertKind.ChannelFault)
            return await Findings.ChannelFault(reading);
        if (kind == AlertKind.MappingDrift)
            return Findings.MappingDrift(await drift.Find(toldUntil ?? default, now - Late));
        if (kind == AlertKind.StuckBacklog)
            return await Findings.StuckBacklog(reading, now - TimeSpan.FromMinutes(settings.StuckMinutes), now);
        var finding = await Findings.NeedsAttention(reading, Latest(toldUntil ?? default, quietUntil, now - Before), now - Late);
        if (finding is null)
            quietUntil = now - Late;
        return finding;
    }

    private async Task Tell(AlertKind kind, Finding finding, AlertSettings settings, DateTime now, CancellationToken stop)
    {
        var outcome = await sender.Send(settings, finding, stop);
        if (outcome.Arrived)
        {
            Told(kind);
            await AlertRow.Sent(store, kind, now, now - Late, now + TimeSpan.FromMinutes(settings.SilenceMinutes));
        }
        if (outcome.Problem is { } problem)
            NotTold(kind, problem);
        await AlertRow.Failed(store, kind, outcome.Problem, outcome.Problem is null ? null : now);
    }

    private static DateTime Latest(params ReadOnlySpan<DateTime> times)
    {
        var latest = DateTime.MinValue;
        foreach (var time in times)
            latest = time > latest ? time : latest;
        return latest;
    }

    [LoggerMessage(LogLevel.Information, "Alert sent: {Kind}")]
    private partial void Told(AlertKind kind);

    [LoggerMessage(LogLevel.Warning, "Alert {Kind} was not delivered on every channel: {Problem}")]
    private partial void NotTold(AlertKind kind, string problem);

    [LoggerMessage(LogLevel.Warning, "Checking for alerts failed ({Fault}); retrying in a few seconds")]
    private partial void LookFailed(string fault);
}
