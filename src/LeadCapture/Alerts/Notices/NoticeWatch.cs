using System.Collections.Concurrent;
using System.Globalization;
using LeadCapture.Data;
using LeadCapture.Localization;

namespace LeadCapture.Alerts.Notices;

/// Looks every few seconds whether somebody wants to hear of new leads. Nothing waits for it: no visitor, no delivery.
public sealed partial class NoticeWatch(
    Store store, NoticeMessages messages, NoticeSender sender, TimeProvider clock, ILogger<NoticeWatch> logger) : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// A lead stands in the store a moment after the time that its id bears.
    public static readonly TimeSpan Late = TimeSpan.FromSeconds(10);

    /// What did not arrive is told again after this time; also how long one may take to tell.
    public static readonly TimeSpan Again = TimeSpan.FromMinutes(5);

    /// After a long time without: as far as new leads are looked for.
    private static readonly TimeSpan Before = TimeSpan.FromDays(7);

    /// No lead of the form came in between what was told and this moment.
    private readonly ConcurrentDictionary<int, DateTime> quietUntil = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Nobody asks for what is told here: it has the language of the texts, whatever the server speaks.
        CultureInfo.CurrentUICulture = GetCultureInfo(Texts.Language);
        await clock.Every(Pause, Look, LookFailed, stoppingToken);
    }

    public async Task Look(CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        List<DueNotice> due;
        await using (var reading = await store.Read())
            due = await NoticeRow.Due(reading, now);
        foreach (var notice in due)
            await Look(notice, now, stop);
    }

    private async Task Look(DueNotice notice, DateTime now, CancellationToken stop)
    {
        var until = now - Late;
        var after = Later(notice.ToldUntil, now - Before);
        if (quietUntil.TryGetValue(notice.FormId, out var quiet))
            after = Later(after, quiet);
        NoticeMessage? message = null;
        if (after < until)
            await using (var reading = await store.Read())
                message = await messages.Of(reading, notice with { ToldUntil = after }, until);
        if (message is not null)
        {
            if (await NoticeRow.Claim(store, notice, now + Again))
                await Tell(notice, message, until, now, stop);
        }
        else if (notice.Rhythm != NoticeRhythm.AtOnce)
            await NoticeRow.Told(store, notice, Later(notice.ToldUntil, until), NextOf(notice, now), null);
        else if (after < until)
            quietUntil[notice.FormId] = until;
    }

    private async Task Tell(DueNotice notice, NoticeMessage message, DateTime until, DateTime now, CancellationToken stop)
    {
        var outcome = await sender.Send(notice, message, stop);
        if (outcome.Arrived)
            await NoticeRow.Told(store, notice, until, NextOf(notice, now), now);
        if (outcome.Problem is { } problem)
            NotTold(notice.Slug, problem);
        await NoticeRow.Failed(store, notice, outcome.Problem, outcome.Problem is null ? null : now);
    }

    private static DateTime NextOf(DueNotice notice, DateTime now) => NoticeTimes.Next(notice.Rhythm, notice.Hour, notice.TimeZone, now);

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

    [LoggerMessage(LogLevel.Warning, "New leads of form {Slug} were not told on every channel: {Problem}")]
    private partial void NotTold(string slug, string problem);

    [LoggerMessage(LogLevel.Warning, "Checking for new leads to tell failed ({Fault}); retrying in a few seconds")]
    private partial void LookFailed(string fault);
}
