using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin;

/// The first page after sign-in: is everything on its way?
[Needs(Role.Viewer)]
public sealed class DashboardController(LeadDb db, Figures figures, ReplyIoAccount account, ReplyOptions options, SetUpLists lists)
    : AdminController
{
    private const int Days = 14;

    [HttpGet(AdminRoutes.Root, Name = AdminRoutes.Dashboard)]
    public async Task<IActionResult> Show(CancellationToken aborted)
    {
        var gate = await db.Gates.AsNoTracking().SingleAsync(aborted);
        var page = new DashboardPage(
            gate,
            account.Ready,
            await figures.Queue(aborted),
            await figures.Days(Days, aborted),
            await figures.Times(aborted),
            new(BudgetLimits.Of(gate, options), await figures.BudgetLeft()));
        return View("Dashboard", page with { SetUp = await lists.Of(page.Leads, aborted) });
    }
}
