using LeadCapture.Admin.Access;
using LeadCapture.Admin.Audit;
using LeadCapture.Data;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Mvc;
using static LeadCapture.Admin.Settings.SettingsText;

namespace LeadCapture.Admin.Settings;

/// The key to Reply.io, and where it goes.
[Needs(Role.Admin)]
public sealed class ApiKeyController(LeadDb db, SettingsPages pages, ReplyIoKey key, AuditLog audit) : AdminController
{
    private const string Here = "/admin/settings/key";

    [HttpPost(Here, Name = SettingsRoutes.Key)]
    [Confirmed]
    public async Task<IActionResult> Replace(KeyForm form, CancellationToken aborted)
    {
        if (!ModelState.IsValid)
            return Unprocessable("Connection", await pages.Connection(form));
        var stored = form.ToAccount();
        Note(AuditAction.ReplacedKey, $"now ends in {KeyState.EndingOf(form.ApiKey)}, "
            + $"goes to {stored.BaseUrl?.AbsoluteUri ?? "Reply:BaseUrl"}, "
            + $"{stored.Version?.Words() ?? "Reply:ApiVersion"}, {stored.Authorization?.Words() ?? "default authorization"}");
        await key.Replace(db, stored);
        var tested = await key.Test(aborted);
        return Tells(SettingsRoutes.Settings, null, tested with { Sentence = T["Key saved. {0}", tested.Sentence] });
    }

    [HttpPost(Here + "/forget", Name = SettingsRoutes.ForgetKey)]
    [Confirmed]
    public async Task<IActionResult> Forget(CancellationToken aborted)
    {
        Note(AuditAction.ForgotKey, "");
        await key.Forget(db);
        if (!key.IsReady)
            return Done(SettingsRoutes.Settings, T["Saved key deleted. The server configuration has no key, so leads wait until you save one."]);
        var tested = await key.Test(aborted);
        var sentence = T["Saved key deleted. The server configuration applies. {0}", tested.Sentence];
        return Tells(SettingsRoutes.Settings, null, tested with { Sentence = sentence });
    }

    [HttpPost(Here + "/test", Name = SettingsRoutes.TestKey)]
    public async Task<IActionResult> Test(CancellationToken aborted)
    {
        Note(AuditAction.TestedKey, "");
        await db.SaveChangesAsync(aborted);
        return Tells(SettingsRoutes.Settings, null, await key.Test(aborted));
    }

    private void Note(string act, string text) => audit.Note(act, "settings", "Reply:ApiKey", text);
}
