using LeadCapture.Admin.Audit;
using LeadCapture.Alerts;
using LeadCapture.Alerts.Notices;
using LeadCapture.Data;
using LeadCapture.Forms;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Admin.Forms.Notifications.NotificationsText;

namespace LeadCapture.Admin.Forms.Notifications;

/// Who hears of a form's new leads by email or chat.
[Needs(Role.Admin)]
public sealed class NotificationsController(
    LeadDb db, Drafts drafts, NotificationPages pages, SecretBox secrets, AuditLog audit, TimeProvider clock) : AdminController
{
    private const string Here = "/admin/forms/{slug}/notifications";

    [HttpGet(Here, Name = NotificationRoutes.Show)]
    public async Task<IActionResult> Show(string slug, CancellationToken aborted) => await drafts.Find(slug) is { } draft
        ? View("Show", await pages.Of(draft, aborted))
        : NotFound();

    [HttpPost(Here)]
    public async Task<IActionResult> Change(string slug, NoticeForm form, CancellationToken aborted)
    {
        if (await drafts.Find(slug) is not { } draft)
            return NotFound();
        if (!ModelState.IsValid)
            return Unprocessable("Show", await pages.Of(draft, aborted, typed: form));
        var now = clock.GetUtcNow().UtcDateTime;
        var notice = await NoticeOf(draft, aborted);
        if (notice is null)
            db.LeadNotices.Add(notice = LeadNotice.Of(draft.Form.Id, now));
        form.Fill(notice, now);
        if (form.Chat != "")
            await secrets.Put(db, LeadNotice.ChatOf(draft.Form.Id), form.Chat);
        await Save(slug, $"email to {new AlertSettings { Recipients = notice.Recipients }.RecipientList.Count}, "
            + $"chat {(notice.HasChat ? "on" : "off")}, {notice.Rhythm}, {(notice.IncludesAnswers ? "with" : "without")} answers");
        return Done(NotificationRoutes.Show, new { slug }, T["Notifications saved."]);
    }

    [HttpPost(Here + "/chat/remove", Name = NotificationRoutes.RemoveChat)]
    public async Task<IActionResult> RemoveChat(string slug, CancellationToken aborted)
    {
        if (await drafts.Find(slug) is not { } draft || await NoticeOf(draft, aborted) is not { } notice)
            return NotFound();
        notice.HasChat = false;
        await secrets.Remove(db, LeadNotice.ChatOf(draft.Form.Id));
        await Save(slug, "chat removed");
        return Done(NotificationRoutes.Show, new { slug }, T["Chat removed."]);
    }

    [HttpPost(Here + "/test", Name = NotificationRoutes.Test)]
    public async Task<IActionResult> Test(string slug, [FromServices] NoticeSender sender, CancellationToken aborted)
    {
        if (await drafts.Find(slug) is not { } draft)
            return NotFound();
        audit.Note(AuditAction.TestedNotices, "form", slug, "");
        await db.SaveChangesAsync(aborted);
        var outcome = await sender.Test(draft.Form.Id, draft.Definition.Title, CurrentUser.Name, aborted);
        return outcome is { Answers.Count: > 0, Problem: null }
            ? Done(NotificationRoutes.Show, new { slug }, outcome.Sentence)
            : Failed(NotificationRoutes.Show, new { slug }, outcome.Sentence);
    }

    private Task<LeadNotice?> NoticeOf(Draft draft, CancellationToken aborted) =>
        db.LeadNotices.SingleOrDefaultAsync(notice => notice.FormId == draft.Form.Id, aborted);

    private Task<int> Save(string slug, string what)
    {
        audit.Note(AuditAction.ChangedNotices, "form", slug, what);
        return db.SaveChangesAsync();
    }
}
