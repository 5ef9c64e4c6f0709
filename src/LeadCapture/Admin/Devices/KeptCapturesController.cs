using LeadCapture.Admin.Audit;
using LeadCapture.Booth;
using LeadCapture.Data;
using LeadCapture.Localization;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Admin.Devices.DeviceText;

namespace LeadCapture.Admin.Devices;

/// Leads that came before their key: opened once it is here.
[Needs(Role.Admin)]
public sealed class KeptCapturesController(LeadDb db, KeptCaptures kept, AuditLog audit) : AdminController
{
    [HttpPost("/admin/events/{id}/open", Name = DeviceRoutes.OpenKept)]
    public async Task<IActionResult> Open(int id)
    {
        if (await db.Events.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id) is not { } at)
            return NotFound();
        var (opened, of) = await kept.Open(id);
        audit.Note(AuditAction.OpenedCaptures, "event", at.Name, $"{opened} of {of}");
        await db.SaveChangesAsync();
        return opened < of
            ? Failed(DeviceRoutes.List, T["{0:N0} of {1:N0} leads decrypted. The others are kept.", opened, of])
            : Done(DeviceRoutes.List, T.Count(opened, "1 lead decrypted.", "{0:N0} leads decrypted."));
    }
}
