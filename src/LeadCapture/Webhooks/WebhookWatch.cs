using System.Collections.Concurrent;
using System.Globalization;
using LeadCapture.Data;
using LeadCapture.Leads;
using LeadCapture.Localization;

namespace LeadCapture.Webhooks;

/// Looks every few seconds what happened to leads, writes down whom to tell, and sends what is due. Nothing waits for it: no visitor, no
/// delivery. Each webhook has a line of its own, so that a slow one keeps nobody else waiting.
public sealed partial class WebhookWatch(Store store, WebhookSender sender, TimeProvider clock, ILogger<WebhookWatch> logger)
    : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// The messages of before are deleted, and told to nobody again.
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// What is stored bears a time that is a moment old by then.
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(10);

    /// No lead is stored so long after its id was made: what was seen until then need not be looked at again.
    private static readonly TimeSpan Latest = TimeSpan.FromMinutes(5);

    /// How often all that may have come late is gone through.
    private static readonly TimeSpan Walk = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Between = TimeSpan.FromHours(1);

    /// At a time, so that a lead that comes in hardly waits for them.
    private const int Size = 200;
    private const int Line = 4;

    private readonly ConcurrentDictionary<int, Task> lines = new();
    private DateTime seen;
    private DateTime walked;
    private DateTime trimmed;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(lines.Values);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Nobody asks for what is stored here: it has the language of the texts, whatever the server speaks.
        CultureInfo.CurrentUICulture = GetCultureInfo(Texts.Language);
        await clock.Every(Pause, Look, LookFailed, stoppingToken);
    }

    public async Task Look(CancellationToken stop)
    {
        await Gather();
        await using (var reading = await store.Read())
            foreach (var webhook in await MessageRow.Due(reading, Now))
                if (!lines.TryGetValue(webhook, out var line) || line.IsCompleted)
                    lines[webhook] = Task.Run(() => SendAll(webhook, stop), CancellationToken.None);
        await Trim();
    }

    /// Notes as messages what happened since the last look.
    private async Task Gather()
    {
        var now = Now;
        await using var reading = await store.Read();
        if (await MessageRow.Oldest(reading) is not { } oldest)
            return;
        var walks = now - walked >= Walk;
        var mark = Later(await MessageRow.Mark(reading) ?? default, oldest) - Latest;
        var from = walks ? mark : Later(seen - Late, mark);
        await Gather(reading, from, now + Latest, now);
        seen = now;
        if (!walks)
            return;
        await MessageRow.KeepMark(store, now);
        walked = now;
    }

    private async Task Gather(SqlReader reading, DateTime from, DateTime until, DateTime now)
    {
        var (first, last) = (LeadId.From(from), LeadId.From(until));
        await All(() => LeadEvents.New(reading, first, last, Size), now);
        await All(() => LeadEvents.Held(reading, first, last, Size), now);
        await All(() => LeadEvents.Delivered(reading, from, until, Size), now);
        await All(() => LeadEvents.HandedOver(reading, from, until, Size), now);
        await All(() => LeadEvents.Released(reading, from, until, now - Kept, Size), now);
    }

    /// What was noted is found no more.
    private async Task All(Func<ValueTask<List<Happening>>> find, DateTime now)
    {
        List<Happening> found;
        do
        {
            found = await find();
            if (found.Count > 0)
                await MessageRow.Add(store, found, now);
        }
        while (found.Count == Size);
    }

    private async Task SendAll(int webhook, CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested && await DueOf(webhook) is { Count: > 0 } due)
                await Task.WhenAll(due.Select(message => sender.Send(message, stop)));
        }
        catch (Exception fault)
        {
            if (!stop.IsCancellationRequested)
                SendFailed(webhook, fault.GetType().Name);
        }
    }

    private async Task<List<DueMessage>> DueOf(int webhook)
    {
        await using var reading = await store.Read();
        return await MessageRow.DueOf(reading, webhook, Now, Line);
    }

    private async Task Trim()
    {
        var now = Now;
        if (now - trimmed < Between)
            return;
        while (await MessageRow.Trim(store, LeadId.From(now - Kept), Size))
        {
        }
        trimmed = now;
    }

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

    [LoggerMessage(LogLevel.Warning, "Checking for webhooks failed ({Fault}); retrying in a few seconds")]
    private partial void LookFailed(string fault);

    [LoggerMessage(LogLevel.Warning, "Sending to webhook {Webhook} failed ({Fault}); retrying in a few seconds")]
    private partial void SendFailed(int webhook, string fault);
}
