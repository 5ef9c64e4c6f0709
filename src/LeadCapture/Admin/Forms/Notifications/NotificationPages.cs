using LeadCapture.Alerts;
using LeadCapture.Alerts.Notices;
using LeadCapture.Data;
using LeadCapture.Forms;
using LeadCapture.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Forms.Notifications;

/// Gathers what the pages show, with what was typed in the place of what is stored.
public sealed class NotificationPages(LeadDb db, FormHeads heads, TimeProvider clock)
{
    private const int Logged = 50;

    public async Task<NotificationsPage> Of(
        Draft draft, CancellationToken aborted, NoticeForm? typed = null, HookForm? typedWebhook = null)
    {
        var notice = await db.LeadNotices.AsNoTracking().SingleOrDefaultAsync(one => one.FormId == draft.Form.Id, aborted);
        var webhooks = await db.Webhooks.AsNoTracking().Where(one => one.FormId == draft.Form.Id).OrderBy(one => one.Id).ToListAsync(aborted);
        Dictionary<int, WebhookMessage> last = [];
        foreach (var webhook in webhooks)
            if ((await LogOf(webhook, 1, aborted)).FirstOrDefault() is { } message)
                last[webhook.Id] = message;
        return new(
            await heads.Of(draft, FormTab.Notifications, aborted), notice, typed ?? NoticeForm.Of(notice), webhooks, typedWebhook ?? new())
        {
            HasMailServer = (await db.AlertSettings.AsNoTracking().SingleAsync(aborted)).HasMailServer,
            Last = last,
        };
    }

    public async Task<WebhookPage> Of(Draft draft, Webhook webhook, CancellationToken aborted, HookForm? typed = null) => new(
        await heads.Of(draft, FormTab.Notifications, aborted), webhook, typed ?? HookForm.Of(webhook),
        await LogOf(webhook, Logged, aborted))
    {
        Now = clock.GetUtcNow().UtcDateTime,
    };

    private Task<List<WebhookMessage>> LogOf(Webhook webhook, int most, CancellationToken aborted) => db.WebhookMessages.AsNoTracking()
        .Where(message => message.WebhookId == webhook.Id).OrderByDescending(message => message.Id).Take(most).ToListAsync(aborted);
}
