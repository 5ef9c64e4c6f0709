using LeadCapture.Admin.Access;
using LeadCapture.Admin.Audit;
using LeadCapture.Data;
using LeadCapture.Forms;
using LeadCapture.Settings;
using LeadCapture.Web;
using LeadCapture.Webhooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Admin.Forms.Notifications.NotificationsText;

namespace LeadCapture.Admin.Forms.Notifications;

/// The webhooks of a form, each with its log.
[Needs(Role.Admin)]
[Uncompressed]
public sealed class WebhooksController(
    LeadDb db, Drafts drafts, NotificationPages pages, SecretBox secrets, AuditLog audit, TimeProvider clock) : AdminController
{
    private const string Here = "/admin/forms/{slug}/notifications/webhooks";
    private const string SecretKey = "WebhookSecret";

    [HttpPost(Here, Name = NotificationRoutes.AddWebhook)]
    [Confirmed]
    public async Task<IActionResult> Add(string slug, HookForm form, CancellationToken aborted)
    {
        if (await drafts.Find(slug) is not { } draft)
            return NotFound();
        if (!ModelState.IsValid)
            return Unprocessable("Show", await pages.Of(draft, aborted, typedWebhook: form));
        var (webhook, secret) = await db.InTransaction(() => Save(draft, form));
        TempData[SecretKey] = secret;
        return Done(NotificationRoutes.Webhook, new { slug, webhook.Id }, T["Webhook added."]);
    }

    [HttpGet(Here + "/{id:int}", Name = NotificationRoutes.Webhook)]
    public async Task<IActionResult> Show(string slug, int id, CancellationToken aborted) => await Find(slug, id) is var (draft, webhook)
        ? View("Webhook", await pages.Of(draft, webhook, aborted) with { Secret = TempData[SecretKey] as string })
        : NotFound();

    [HttpPost(Here + "/{id:int}")]
    [Confirmed]
    public async Task<IActionResult> Change(string slug, int id, HookForm form, CancellationToken aborted)
    {
        if (await Find(slug, id) is not var (draft, webhook))
            return NotFound();
        if (!ModelState.IsValid)
            return Unprocessable("Webhook", await pages.Of(draft, webhook, aborted, form));
        (webhook.Address, webhook.Events, webhook.IncludesAnswers) = (form.Address, form.Chosen, form.IncludesAnswers);
        return await Saved(AuditAction.ChangedWebhook, slug, webhook, T["Webhook saved."]);
    }

    [HttpPost(Here + "/{id:int}/test", Name = NotificationRoutes.TestWebhook)]
    public async Task<IActionResult> Test(string slug, int id, [FromServices] WebhookSender sender, CancellationToken aborted)
    {
        if (await Find(slug, id) is not var (_, webhook))
            return NotFound();
        audit.Note(AuditAction.TestedWebhook, "form", slug, webhook.Host());
        await db.SaveChangesAsync(aborted);
        var answer = await sender.Test(id, aborted);
        return answer.Problem is { } problem
            ? Failed(NotificationRoutes.Webhook, new { slug, id }, T["The test failed. {0}", problem])
            : Done(NotificationRoutes.Webhook, new { slug, id }, T["Test received: status {0}, {1}.", answer.Status!, answer.Took.Took()]);
    }

    [HttpPost(Here + "/{id:int}/secret", Name = NotificationRoutes.RotateSecret)]
    [Confirmed]
    public async Task<IActionResult> Rotate(string slug, int id)
    {
        if (await Find(slug, id) is not var (_, webhook))
            return NotFound();
        if (await Current(id) is { } current)
        {
            await secrets.Put(db, Webhook.EarlierSecretOf(id), current);
            webhook.EarlierUntil = clock.GetUtcNow().UtcDateTime + Webhook.Overlap;
        }
        var secret = Webhook.NewSecret();
        await secrets.Put(db, Webhook.SecretOf(id), secret);
        TempData[SecretKey] = secret;
        return await Saved(AuditAction.RotatedWebhook, slug, webhook, T["Secret replaced. Calls are signed with both secrets for 24 hours."]);
    }

    [HttpPost(Here + "/{id:int}/switch", Name = NotificationRoutes.SwitchWebhook)]
    public async Task<IActionResult> Switch(string slug, int id, bool on)
    {
        if (await Find(slug, id) is not var (_, webhook))
            return NotFound();
        var now = clock.GetUtcNow().UtcDateTime;
        if (on && webhook.DisabledAt is not null)
            webhook.HearsSince = now;
        (webhook.DisabledAt, webhook.IsGone) = (on ? null : now, false);
        return await Saved(AuditAction.ChangedWebhook, slug, webhook, on ? T["Webhook turned on."] : T["Webhook turned off."]);
    }

    [HttpPost(Here + "/{id:int}/remove", Name = NotificationRoutes.RemoveWebhook)]
    public async Task<IActionResult> Remove(string slug, int id)
    {
        if (await Find(slug, id) is not var (_, webhook))
            return NotFound();
        await secrets.Remove(db, Webhook.SecretOf(id));
        await secrets.Remove(db, Webhook.EarlierSecretOf(id));
        db.Webhooks.Remove(webhook);
        audit.Note(AuditAction.RemovedWebhook, "form", slug, webhook.Host());
        await db.SaveChangesAsync();
        return Done(NotificationRoutes.Show, new { slug }, T["Webhook removed."]);
    }

    /// A fresh start, under the same id.
    [HttpPost(Here + "/{id:int}/messages/{message:guid}", Name = NotificationRoutes.Resend)]
    public async Task<IActionResult> Resend(string slug, int id, Guid message)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await Find(slug, id) is null || await db.WebhookMessages.Where(one => one.Id == message && one.WebhookId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.State, WebhookState.Waiting).SetProperty(one => one.Failures, 0)
                .SetProperty(one => one.TriedSince, now).SetProperty(one => one.DueAt, now)) == 0)
            return NotFound();
        return Done(NotificationRoutes.Webhook, new { slug, id }, T["Sending again in a few seconds."]);
    }

    private async Task<(Webhook, string)> Save(Draft draft, HookForm form)
    {
        var webhook = new Webhook
        {
            FormId = draft.Form.Id,
            Address = form.Address,
            Events = form.Chosen,
            IncludesAnswers = form.IncludesAnswers,
            HearsSince = clock.GetUtcNow().UtcDateTime,
        };
        db.Webhooks.Add(webhook);
        await db.SaveChangesAsync();
        var secret = Webhook.NewSecret();
        await secrets.Put(db, Webhook.SecretOf(webhook.Id), secret);
        audit.Note(AuditAction.AddedWebhook, "form", draft.Form.Slug, Told(webhook));
        await db.SaveChangesAsync();
        return (webhook, secret);
    }

    private async Task<(Draft Draft, Webhook Webhook)?> Find(string slug, int id) =>
        await drafts.Find(slug) is { } draft
            && await db.Webhooks.SingleOrDefaultAsync(one => one.Id == id && one.FormId == draft.Form.Id) is { } webhook
            ? (draft, webhook)
            : null;

    private async Task<string?> Current(int id)
    {
        try
        {
            return await secrets.Read(Webhook.SecretOf(id));
        }
        catch (SettingException)
        {
            return null;
        }
    }

    private async Task<SeeOther> Saved(string act, string slug, Webhook webhook, string sentence)
    {
        audit.Note(act, "form", slug, Told(webhook));
        await db.SaveChangesAsync();
        return Done(NotificationRoutes.Webhook, new { slug, webhook.Id }, sentence);
    }

    private static string Told(Webhook webhook) => $"{webhook.Host()}, {webhook.Events}, "
        + $"{(webhook.IncludesAnswers ? "with" : "without")} answers{(webhook.DisabledAt is null ? "" : ", off")}";
}
