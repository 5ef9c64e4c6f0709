using LeadCapture.Admin.Access;
using LeadCapture.Admin.Audit;
using LeadCapture.Data;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Mvc;
using static LeadCapture.Admin.Settings.SettingsText;

namespace LeadCapture.Admin.Settings;

/// The key to Reply.io, and where it goes.
[Needs(Role.Admin)]
public sealed class KeyController(LeadDb db, SettingsPages pages, ReplyIoKey key, AuditLog audit) : AdminController
{
    private const string Here = SettingsController.Here + "/key";

    [HttpPost(Here)]
    [Confirmed]
    public async Task<IActionResult> Replace(KeyForm form, CancellationToken aborted)
    {
        if (!ModelState.IsValid)
            return Unprocessable("Show", await pages.Of(typedKey: form));
        var stored = form.ToAccount();
        Note(AuditAction.ReplacedKey, $"now ends in {KeyState.EndingOf(form.ApiKey)}, "
            + $"goes to {stored.BaseUrl?.AbsoluteUri ?? "Reply:BaseUrl"}, "
            + $"{stored.Version?.Words() ?? "Reply:ApiVersion"}, {stored.Authorization?.Words() ?? "default authorization"}");
        await key.Replace(db, stored);
        return Done(SettingsController.Here, T["Key saved. {0}", await key.Test(aborted)]);
    }

    [HttpPost(Here + "/forget")]
    [Confirmed]
    public async Task<IActionResult> Forget(CancellationToken aborted)
    {
        Note(AuditAction.ForgotKey, "");
        await key.Forget(db);
        return Done(SettingsController.Here, T["Saved key deleted. The server configuration applies. {0}", await key.Test(aborted)]);
    }

    [HttpPost(Here + "/test")]
    public async Task<IActionResult> Test(CancellationToken aborted)
    {
        Note(AuditAction.TestedKey, "");
        await db.SaveChangesAsync(aborted);
        return Done(SettingsController.Here, await key.Test(aborted));
    }

    private void Note(string act, string text) => audit.Note(act, "settings", "Reply:ApiKey", text);
}
