using LeadCapture.Admin.Users;
using LeadCapture.Data;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Audit;

/// Who did what. Read only.
[Needs(Role.Admin)]
public sealed class AuditController(LeadDb db, AuditLog audit) : AdminController
{
    private const int PageSize = 50;

    [HttpGet("/admin/audit", Name = AuditRoutes.List)]
    public async Task<IActionResult> Index(AuditFilter filter, CancellationToken aborted)
    {
        var entries = await filter.Of(db).Take(PageSize + 1).ToListAsync(aborted);
        var shown = entries.Take(PageSize).ToList();
        var users = await db.Users.AsNoTracking().OrderBy(user => user.Name)
            .Select(user => new ValueTuple<Guid, string>(user.Id, user.Name)).ToListAsync(aborted);
        var pager = new Pager(
            First: filter.Before is null ? null : new(AuditRoutes.List, Query: filter.Query()),
            Next: entries.Count > PageSize ? new(AuditRoutes.List, Query: filter.Query(shown[^1].Id)) : null);
        return View("Index", new AuditPage(filter, shown, users, pager));
    }

    [HttpGet("/admin/audit.csv", Name = AuditRoutes.File)]
    public async Task<IActionResult> Export(AuditFilter filter)
    {
        audit.Note(AuditAction.Exported, "audit", "", "");
        await db.SaveChangesAsync();
        var rows = (filter with { Before = null }).Of(db).AsAsyncEnumerable().Select(entry => new[]
        {
            Csv.Time(entry.At), entry.Who, entry.Act, entry.Kind, entry.SubjectId, entry.Text, entry.Address,
        });
        return new CsvFile("audit.csv", ["Time", "User", "Action", "Object", "Object ID", "Details", "IP address"], rows);
    }
}
