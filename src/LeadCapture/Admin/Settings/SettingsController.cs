using LeadCapture.Admin.Audit;
using LeadCapture.Data;
using LeadCapture.Deliveries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Settings;

/// The key to Reply.io, and the hand on the gate.
[Needs(Role.Admin)]
public sealed class SettingsController(LeadDb db, ReplyIoKey key, GateSwitch gate, AuditLog audit) : AdminController
{
    private const string Here = "/admin/settings";

    [HttpGet(Here)]
    public async Task<IActionResult> Show() => View("Show", await Page());

    [HttpPost(Here + "/key")]
    public async Task<IActionResult> ReplaceKey(KeyForm form, CancellationToken aborted)
    {
        if (!Passes(form, new KeyForm.Rules()))
            return Unprocessable("Show", await Page());
        audit.Note(Act.ReplacedKey, "settings", "Reply:ApiKey", $"now ends in {KeyState.EndingOf(form.ApiKey)}");
        await key.Replace(db, form.ApiKey);
        await gate.TryNow();
        return Done(Here, "The key is stored. " + await key.Test(aborted));
    }

    [HttpPost(Here + "/key/test")]
    public async Task<IActionResult> TestKey(CancellationToken aborted)
    {
        audit.Note(Act.TestedKey, "settings", "Reply:ApiKey", "");
        await db.SaveChangesAsync(aborted);
        return Done(Here, await key.Test(aborted));
    }

    [HttpPost(Here + "/pause")]
    public async Task<IActionResult> Pause(string reason = "")
    {
        audit.Note(Act.PausedSending, "settings", "gate", reason);
        await db.SaveChangesAsync();
        await gate.Pause(reason == "" ? $"Paused by {Me.Name}." : $"Paused by {Me.Name}: {reason}");
        return Done(Here, "Sending is paused. Leads are still taken, and wait.");
    }

    [HttpPost(Here + "/resume")]
    public async Task<IActionResult> Resume()
    {
        audit.Note(Act.ResumedSending, "settings", "gate", "");
        await db.SaveChangesAsync();
        await gate.Resume();
        return Done(Here, "Sending goes on.");
    }

    private async Task<SettingsPage> Page() => new(key.State, await db.Gates.AsNoTracking().SingleAsync());
}
