using LeadCapture.Admin.Audit;
using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Mvc;
using static LeadCapture.Admin.Settings.SettingsText;

namespace LeadCapture.Admin.Settings;

/// The hand on the gate.
[Needs(Role.Admin)]
public sealed class SendingController(LeadDb db, SettingsPages pages, GateSwitch gate, AuditLog audit) : AdminController
{
    private const string Here = "/admin/settings";

    [HttpGet(Here + "/sending", Name = SettingsRoutes.Sending)]
    public async Task<IActionResult> Show() => View("Sending", await pages.Gate());

    [HttpPost(Here + "/pause", Name = SettingsRoutes.Pause)]
    public async Task<IActionResult> Pause(string reason = "")
    {
        audit.Note(AuditAction.PausedSending, "settings", "gate", reason);
        await db.SaveChangesAsync();
        await gate.Pause(reason == "" ? $"Paused by {CurrentUser.Name}." : $"Paused by {CurrentUser.Name}: {reason}");
        return Done(SettingsRoutes.Sending, T["Sending paused. Leads are still accepted and wait."]);
    }

    [HttpPost(Here + "/resume", Name = SettingsRoutes.Resume)]
    public async Task<IActionResult> Resume()
    {
        audit.Note(AuditAction.ResumedSending, "settings", "gate", "");
        await db.SaveChangesAsync();
        await gate.Resume();
        return Done(SettingsRoutes.Sending, T["Sending resumed."]);
    }
}
