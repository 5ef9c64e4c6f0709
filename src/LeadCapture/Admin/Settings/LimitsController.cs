using LeadCapture.Admin.Audit;
using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Mvc;
using static LeadCapture.Admin.Settings.SettingsText;

namespace LeadCapture.Admin.Settings;

/// Our share of Reply.io's limits.
[Needs(Role.Admin)]
public sealed class LimitsController(LeadDb db, SettingsPages pages, GateSwitch gate, AuditLog audit) : AdminController
{
    [HttpGet("/admin/settings/limits", Name = SettingsRoutes.Limits)]
    public async Task<IActionResult> Show() => View("Limits", await pages.Limits());

    /// Without values: back to what the settings file says.
    [HttpPost("/admin/settings/budget", Name = SettingsRoutes.Budget)]
    public async Task<IActionResult> Change(BudgetForm form)
    {
        if (!ModelState.IsValid)
            return Unprocessable("Limits", await pages.Limits(form));
        audit.Note(AuditAction.ChangedBudget, "settings", "budget",
            $"per minute: {Words(form.PerMinute)}, per hour: {Words(form.PerHour)}");
        await gate.Limit(db, BudgetForm.Read(form.PerMinute), BudgetForm.Read(form.PerHour));
        return Done(SettingsRoutes.Limits, T["Call limits saved. They apply immediately on every server."]);

        static string Words(string text) => text == "" ? "as in the server configuration" : text;
    }
}
