using LeadCapture.Data;
using LeadCapture.Settings;
using LeadCapture.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Admin.Leads.LeadText;

namespace LeadCapture.Admin.Leads;

/// How each user likes to see the list: filters under a name, and columns.
[Needs(Role.Viewer)]
public sealed class SavedViewsController(LeadDb db, LeadList list) : AdminController
{
    [HttpPost("/admin/leads/views", Name = LeadRoutes.SaveView)]
    public async Task<IActionResult> Create(string name, LeadFilter filter, CancellationToken aborted)
    {
        ModelState.Clear();
        name = (name ?? "").Trim();
        var (mine, query) = (CurrentUser.Id, (filter with { Before = null }).Query());
        if (name.Length is 0 or > SavedView.LongestName)
            Wrong("name", T["Enter a name of up to {0} characters", SavedView.LongestName]);
        else if (await db.SavedViews.CountAsync(view => view.UserId == mine, aborted) >= SavedView.MostOfUser)
            Wrong("name", T["You have {0} views. Delete one of them first.", SavedView.MostOfUser]);
        if (!ModelState.IsValid)
            return Unprocessable("Index", await list.Page(filter, LeadList.PageSize, CurrentUser.Id, aborted) with { NewView = name });
        db.SavedViews.Add(new() { UserId = mine, Name = name, Query = query });
        await db.SaveChangesAsync(aborted);
        return Done(new RouteLink(LeadRoutes.List, Query: query), T["View saved."]);
    }

    [HttpPost("/admin/leads/views/{id:int}/delete", Name = LeadRoutes.DeleteView)]
    public async Task<IActionResult> Delete(int id, CancellationToken aborted)
    {
        var mine = CurrentUser.Id;
        await db.SavedViews.Where(view => view.Id == id && view.UserId == mine).ExecuteDeleteAsync(aborted);
        return Done(LeadRoutes.List, T["View deleted."]);
    }

    /// Kept in the browser: a tablet shows fewer than a wide screen.
    [HttpPost("/admin/leads/columns", Name = LeadRoutes.Columns)]
    public IActionResult Columns(string[] column, LeadFilter filter)
    {
        ModelState.Clear();
        ListColumns.Of(column).Keep(Response);
        return To(LeadRoutes.List, query: filter.Query());
    }
}
