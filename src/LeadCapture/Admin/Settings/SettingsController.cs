using LeadCapture.Admin.Audit;
using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Mvc;
using static LeadCapture.Admin.Settings.SettingsText;

namespace LeadCapture.Admin.Settings;

/// The settings, the budget, and the hand on the gate.
[Needs(Role.Admin)]
public sealed class SettingsController(LeadDb db, SettingsPages pages, GateSwitch gate, AuditLog audit) : AdminController
{
    private const string Here = "/admin/settings";

    [HttpGet(Here, Name = SettingsRoutes.Settings)]
    public async Task<IActionResult> Show() => View("Show", await pages.Of());

    /// Without values: back to what the settings file says.
    [HttpPost(Here + "/budget", Name = SettingsRoutes.Budget)]
    public async Task<IActionResult> ChangeBudget(BudgetForm form)
    {
        if (!ModelState.IsValid)
            return Unprocessable("Show", await pages.Of(typedBudget: form));
        audit.Note(AuditAction.ChangedBudget, "settings", "budget",
            $"per minute: {Words(form.PerMinute)}, per hour: {Words(form.PerHour)}");
        await gate.Limit(db, BudgetForm.Read(form.PerMinute), BudgetForm.Read(form.PerHour));
        return Done(SettingsRoutes.Settings, T["Call limits saved. They apply immediately on every server."]);

        static string Words(string text) => text == "" ? "as in the server configuration" : text;
    }

    [HttpPost(Here + "/pause", Name = SettingsRoutes.Pause)]
    public async Task<IActionResult> Pause(string reason = "")
    {
        audit.Note(AuditAction.PausedSending, "settings", "gate", reason);
        await db.SaveChangesAsync();
        await gate.Pause(reason == "" ? $"Paused by {CurrentUser.Name}." : $"Paused by {CurrentUser.Name}: {reason}");
        return Done(SettingsRoutes.Settings, T["Sending paused. Leads are still accepted and wait."]);
    }

    [HttpPost(Here + "/resume", Name = SettingsRoutes.Resume)]
    public async Task<IActionResult> Resume()
    {
        audit.Note(AuditAction.ResumedSending, "settings", "gate", "");
        await db.SaveChangesAsync();
        await gate.Resume();
        return Done(SettingsRoutes.Settings, T["Sending resumed."]);
    }
}
