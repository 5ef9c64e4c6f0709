using LeadCapture.Admin.Audit;
using LeadCapture.Data;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Mvc;

namespace LeadCapture.Admin.Leads;

/// The leads as a file, which leaves the program: not for who only looks.
[Needs(Role.Operator)]
public sealed class LeadFilesController(LeadList list, LeadFile file, AuditLog audit, LeadDb db) : AdminController
{
    [HttpGet("/admin/leads.csv", Name = LeadRoutes.File)]
    public async Task<IActionResult> Export(LeadFilter filter)
    {
        filter = filter.Sane(await list.Forms()) with { Before = null };
        audit.Note(AuditAction.Exported, "leads", "", filter.Query());
        await db.SaveChangesAsync();
        return await file.Of(filter);
    }
}
