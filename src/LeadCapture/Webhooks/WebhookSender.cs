using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Settings;
using static LeadCapture.Webhooks.WebhookText;

namespace LeadCapture.Webhooks;

/// Sees a message through one attempt, and decides what comes next.
public sealed partial class WebhookSender(
    Store store, SecretBox secrets, WebhookClient client, WebhookPayload payload, RetrySchedule schedule, TimeProvider clock,
    ILogger<WebhookSender> logger)
{
    /// As long as leads are tried.
    public static readonly TimeSpan Longest = TimeSpan.FromHours(72);

    /// Longer than an attempt takes.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    internal async Task Send(DueMessage message, CancellationToken stop)
    {
        var lease = Now + Lease;
        if (!await MessageRow.Claim(store, message, lease))
            return;
        try
        {
            await Record(message, lease, await Attempt(message, stop));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The program stops. It may have arrived: receivers know it by its id.
            await MessageRow.GiveBack(store, message, lease, Now);
        }
    }

    /// At once, while somebody waits for it; it is not tried again.
    public async Task<WebhookAnswer> Test(int webhook, CancellationToken stop)
    {
        var lease = Now + Lease;
        DueMessage message;
        var id = await MessageRow.AddTest(store, webhook, Now, lease);
        await using (var reading = await store.Read())
            message = await MessageRow.Of(reading, id);
        var answer = await Attempt(message, stop);
        await MessageRow.End(
            store, message, message.DueAt!.Value, answer.IsTaken ? WebhookState.Delivered : WebhookState.Failed, null, answer, Now);
        return answer;
    }

    private async Task<WebhookAnswer> Attempt(DueMessage message, CancellationToken stop)
    {
        try
        {
            if (await payload.Of(message) is not { } body)
                return WebhookAnswer.Never(T["The lead is no longer there."]);
            return await KeysOf(message) is { Count: > 0 } keys
                ? await client.Send(message.Address, message.Id, Now, body, keys, stop)
                : WebhookAnswer.NotSent(T["Its secret is missing. Replace it."]);
        }
        catch (SettingException)
        {
            return WebhookAnswer.NotSent(T["The saved secret can't be decrypted. Replace it."]);
        }
    }

    /// None where the secret was forgotten.
    private async Task<IReadOnlyList<byte[]>> KeysOf(DueMessage message)
    {
        if (await secrets.Read(Webhook.SecretOf(message.WebhookId)) is not { } secret)
            return [];
        List<byte[]> keys = [Webhook.KeyOf(secret)];
        if (message.EarlierUntil > Now && await secrets.Read(Webhook.EarlierSecretOf(message.WebhookId)) is { } earlier)
            keys.Add(Webhook.KeyOf(earlier));
        return keys;
    }

    private async Task Record(DueMessage message, DateTime lease, WebhookAnswer answer)
    {
        var now = Now;
        if (answer.IsGone)
        {
            await MessageRow.Disable(store, message.WebhookId, now);
            Gone(message.WebhookId);
        }
        var due = answer.IsTaken ? null : NextOf(message, answer, now);
        var state = answer.IsTaken ? WebhookState.Delivered : due is null ? WebhookState.Failed : WebhookState.Waiting;
        await MessageRow.End(store, message, lease, state, due, answer, now);
        if (state == WebhookState.Failed)
            GivenUp(message.WebhookId, message.Id);
    }

    private DateTime? NextOf(DueMessage message, WebhookAnswer answer, DateTime now)
    {
        if (answer.IsNever || now - message.TriedSince >= Longest)
            return null;
        var wait = schedule.After(message.Failures + 1);
        return now + (answer.Wish > wait ? answer.Wish.Value : wait);
    }

    [LoggerMessage(LogLevel.Warning, "Webhook {Webhook} responded that it is gone; nothing more is sent to it")]
    private partial void Gone(int webhook);

    [LoggerMessage(LogLevel.Warning, "Webhook {Webhook} did not take message {Message}; it is not tried again")]
    private partial void GivenUp(int webhook, Guid message);
}
