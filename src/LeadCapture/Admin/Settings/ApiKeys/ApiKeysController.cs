using LeadCapture.Admin.Access;
using LeadCapture.Admin.Audit;
using LeadCapture.Data;
using LeadCapture.Forms;
using LeadCapture.Settings;
using LeadCapture.Submissions.ApiKeys;
using LeadCapture.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Admin.Settings.SettingsText;

namespace LeadCapture.Admin.Settings.ApiKeys;

/// Keys by which servers send leads.
[Needs(Role.Admin)]
[Uncompressed]
public sealed class ApiKeysController(LeadDb db, KeyRegister register, AuditLog audit, TimeProvider clock) : AdminController
{
    private const string Here = "/admin/settings/api-keys";
    private const string TokenKey = "ApiKey";

    [HttpGet(Here, Name = SettingsRoutes.ApiKeys)]
    public async Task<IActionResult> Show(CancellationToken aborted) =>
        View("Index", await Page(new(), aborted) with { Token = TempData[TokenKey] as string });

    [HttpPost(Here)]
    [Confirmed]
    public async Task<IActionResult> Create(ApiKeyForm form, CancellationToken aborted)
    {
        var page = await Page(form, aborted);
        if (form.Forms.Except(page.Forms.Select(one => one.Id)).Any())
            Wrong("forms", T["Choose at least one form"]);
        if (!ModelState.IsValid)
            return Unprocessable("Index", page);
        var token = ApiKey.NewToken();
        var key = form.ToKey(token, CurrentUser.Name, clock.GetUtcNow().UtcDateTime);
        db.ApiKeys.Add(key);
        audit.Note(AuditAction.MadeApiKey, "settings", "api-keys", $"{key.Name} ({key.Prefix}…), {page.FormsOf(key)}");
        await db.SaveChangesAsync(aborted);
        register.Forget();
        TempData[TokenKey] = token;
        return Done(SettingsRoutes.ApiKeys, T["API key created."]);
    }

    [HttpPost(Here + "/{id:int}/revoke", Name = SettingsRoutes.RevokeApiKey)]
    public async Task<IActionResult> Revoke(int id, CancellationToken aborted)
    {
        if (await db.ApiKeys.SingleOrDefaultAsync(key => key.Id == id, aborted) is not { } key)
            return NotFound();
        key.RevokedAt ??= clock.GetUtcNow().UtcDateTime;
        audit.Note(AuditAction.RevokedApiKey, "settings", "api-keys", $"{key.Name} ({key.Prefix}…)");
        await db.SaveChangesAsync(aborted);
        register.Forget();
        return Done(SettingsRoutes.ApiKeys, T["“{0}” revoked. Calls that use it are rejected within 5 seconds.", key.Name]);
    }

    private async Task<ApiKeysPage> Page(ApiKeyForm typed, CancellationToken aborted) => new(
        await db.ApiKeys.AsNoTracking().OrderByDescending(key => key.Id).ToListAsync(aborted),
        await db.Forms.AsNoTracking().Where(form => form.ArchivedAt == null).OrderBy(form => form.Slug).ToListAsync(aborted),
        typed, clock.GetUtcNow().UtcDateTime);
}
