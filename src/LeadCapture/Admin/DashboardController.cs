using LeadCapture.Data;
using LeadCapture.Deliveries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin;

/// The first page after sign-in: is everything on its way?
[Needs(Role.Viewer)]
public sealed class DashboardController(LeadDb db, ReplyIoAccount account) : AdminController
{
    [HttpGet("/admin")]
    public async Task<IActionResult> Show(CancellationToken aborted)
    {
        var found = await db.Deliveries.GroupBy(delivery => delivery.State)
            .Select(group => new { group.Key, Count = group.LongCount() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, aborted);
        var gate = await db.Gates.AsNoTracking().SingleAsync(aborted);
        return View("Dashboard", new DashboardPage(
            [.. Enum.GetValues<DeliveryState>().Select(state => (state, found.GetValueOrDefault(state)))], gate, account.Ready));
    }
}

public sealed record DashboardPage(IReadOnlyList<(DeliveryState State, long Count)> Counts, Gate Gate, bool HasKey)
{
    public long Leads => Counts.Sum(count => count.Count);
}
