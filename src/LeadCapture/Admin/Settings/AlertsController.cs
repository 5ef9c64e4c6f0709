using LeadCapture.Admin.Audit;
using LeadCapture.Alerts;
using LeadCapture.Data;
using LeadCapture.Settings;
using LeadCapture.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Admin.Settings.SettingsText;

namespace LeadCapture.Admin.Settings;

/// Whom the program tells when something needs a person.
[Needs(Role.Admin)]
public sealed class AlertsController(LeadDb db, SecretBox secrets, AlertSender sender, AuditLog audit) : AdminController
{
    private const string Here = "/admin/settings/alerts";

    [HttpGet(Here, Name = SettingsRoutes.Alerts)]
    public async Task<IActionResult> Show() => View("Alerts", await Page(null));

    [HttpPost(Here)]
    public async Task<IActionResult> Change(AlertsForm form)
    {
        var settings = await db.AlertSettings.SingleAsync();
        // What a password was typed for is the only place that it is sent to.
        var sameAccount = form.IsAccountOf(settings);
        var keepsPassword = sameAccount && form.SmtpUser != "" && await secrets.Sealed(AlertSettings.SmtpPassword) is not null;
        if (form.SmtpUser != "" && form.SmtpPassword == "" && !keepsPassword)
            Wrong(nameof(form.SmtpPassword), T["Enter the password of this user"]);
        if (!ModelState.IsValid)
            return Unprocessable("Alerts", await Page(form));
        form.Fill(settings);
        if (form.SmtpPassword != "" && form.SmtpUser != "")
            await secrets.Put(db, AlertSettings.SmtpPassword, form.SmtpPassword);
        else if (!keepsPassword)
            await secrets.Remove(db, AlertSettings.SmtpPassword);
        return await Saved($"email {(settings.HasEmail ? $"to {settings.RecipientList.Count}" : "off")}, "
            + $"silence {settings.SilenceMinutes} min, stuck after {settings.StuckMinutes} min", T["Alerts saved."]);
    }

    [HttpPost(Here + "/webhook", Name = SettingsRoutes.Webhook)]
    public async Task<IActionResult> ChangeWebhook(WebhookForm form)
    {
        if (!ModelState.IsValid)
            return Unprocessable("Alerts", await Page(null));
        await secrets.Put(db, AlertSettings.Webhook, form.Webhook);
        return await Saved("webhook replaced", T["Webhook saved."]);
    }

    [HttpPost(Here + "/webhook/remove", Name = SettingsRoutes.RemoveWebhook)]
    public async Task<IActionResult> RemoveWebhook()
    {
        await secrets.Remove(db, AlertSettings.Webhook);
        return await Saved("webhook removed", T["Webhook removed."]);
    }

    [HttpPost(Here + "/test", Name = SettingsRoutes.TestAlerts)]
    public async Task<IActionResult> Test(CancellationToken aborted)
    {
        audit.Note(AuditAction.TestedAlerts, "settings", "alerts", "");
        await db.SaveChangesAsync(aborted);
        var finding = new Finding(T["Test alert"], T["Requested by {0}. No action needed.", CurrentUser.Name], AdminRoutes.Root);
        var outcome = await sender.Send(await db.AlertSettings.AsNoTracking().SingleAsync(aborted), finding, aborted);
        return outcome switch
        {
            { Answers.Count: 0 } => Failed(SettingsRoutes.Alerts, outcome.Sentence),
            { Problem: null } => Done(SettingsRoutes.Alerts, outcome.Sentence),
            _ => Failed(SettingsRoutes.Alerts, T["{0} Check the settings below, save them, and send another test alert.", outcome.Sentence]),
        };
    }

    private async Task<SeeOther> Saved(string what, string sentence)
    {
        audit.Note(AuditAction.ChangedAlerts, "settings", "alerts", what);
        await db.SaveChangesAsync();
        return Done(SettingsRoutes.Alerts, sentence);
    }

    private async Task<AlertsPage> Page(AlertsForm? typed)
    {
        var settings = await db.AlertSettings.AsNoTracking().SingleAsync();
        var here = $"{Request.Scheme}://{Request.Host}{Request.PathBase}";
        return new(
            typed ?? AlertsForm.Of(settings, here),
            settings.HasEmail,
            await secrets.Sealed(AlertSettings.SmtpPassword) is not null,
            await secrets.Sealed(AlertSettings.Webhook) is not null,
            await db.Alerts.AsNoTracking().OrderBy(alert => alert.Kind).ToListAsync());
    }
}
