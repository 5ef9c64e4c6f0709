using LeadCapture.Admin.Audit;
using LeadCapture.Data;
using LeadCapture.Settings;
using LeadCapture.Submissions.Spam;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Admin.Settings.SettingsText;

namespace LeadCapture.Admin.Settings;

/// The senders that are allowed or blocked.
[Needs(Role.Admin)]
public sealed class SpamController(LeadDb db, SpamLists senders, AuditLog audit, TimeProvider clock) : AdminController
{
    private const string Here = "/admin/settings/spam";

    [HttpGet(Here, Name = SettingsRoutes.Spam)]
    public async Task<IActionResult> Show(CancellationToken aborted) => View("Spam", await Page(new(), aborted));

    /// One that is listed already is listed anew.
    [HttpPost(Here)]
    public async Task<IActionResult> Add(SenderForm form, CancellationToken aborted)
    {
        if (!ModelState.IsValid)
            return Unprocessable("Spam", await Page(form, aborted));
        var entry = senders.EntryOf(Enum.Parse<SpamEntryKind>(form.Kind), form.Sender, clock.GetUtcNow().UtcDateTime, CurrentUser.Name);
        await db.InTransaction(async () =>
        {
            await db.SpamEntries.Where(one => one.Sender == entry.Sender).ExecuteDeleteAsync(CancellationToken.None);
            db.SpamEntries.Add(entry);
            audit.Note(AuditAction.ListedSender, "settings", "spam",
                $"{(entry.Kind == SpamEntryKind.Blocked ? "blocked" : "allowed")} {entry.Shown}");
            return await db.SaveChangesAsync(CancellationToken.None);
        });
        senders.Forget();
        return Done(SettingsRoutes.Spam, entry.Kind == SpamEntryKind.Blocked ? T["Sender blocked."] : T["Sender allowed."]);
    }

    [HttpPost(Here + "/{id:int}/remove", Name = SettingsRoutes.RemoveSender)]
    public async Task<IActionResult> Remove(int id)
    {
        if (await db.SpamEntries.SingleOrDefaultAsync(entry => entry.Id == id) is not { } entry)
            return Done(SettingsRoutes.Spam, T["Another user has already removed this sender."]);
        db.SpamEntries.Remove(entry);
        audit.Note(AuditAction.RemovedSender, "settings", "spam", entry.Shown);
        await db.SaveChangesAsync();
        senders.Forget();
        return Done(SettingsRoutes.Spam, T["Sender removed."]);
    }

    private async Task<SpamPage> Page(SenderForm typed, CancellationToken aborted) => new(
        typed, await db.SpamEntries.AsNoTracking().OrderByDescending(entry => entry.Id).Take(SpamPage.Most).ToListAsync(aborted));
}
