using LeadCapture.Admin.Audit;
using LeadCapture.Admin.Devices;
using LeadCapture.Admin.Leads;
using LeadCapture.Admin.Settings;
using LeadCapture.Admin.Users;
using LeadCapture.Booth;
using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Settings;
using LeadCapture.Web;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Admin.AdminText;

namespace LeadCapture.Admin;

/// What is left to do before the first event; each step knows by itself whether it is done.
public sealed record SetUpList(IReadOnlyList<SetUpStep> Steps)
{
    public int Done => Steps.Count(step => step.IsDone);
}

/// Page: where it is done; null: on the start page of visitors.
public sealed record SetUpStep(string Title, string What, RouteLink? Page, string Act, bool IsDone, Role Needs = Role.Viewer);

public sealed class SetUpLists(LeadDb db, ReplyIoAccount account)
{
    /// Who has so many leads needs no list.
    private const int Enough = 25;

    /// Null where all is done, or the installation is in use.
    public async Task<SetUpList?> Of(long leads, CancellationToken aborted)
    {
        if (leads >= Enough)
            return null;
        var tested = await db.AuditEntries.AnyAsync(
            entry => entry.Kind == "settings" && entry.SubjectId == "Reply:ApiKey" && entry.Act == AuditAction.TestedKey, aborted);
        var colleagues = await db.Users.Take(2).CountAsync(aborted) > 1;
        var devices = await db.Devices.AnyAsync(aborted);
        var list = new SetUpList(
        [
            new(T["Save your Reply.io API key"], T["Find it in Reply.io under Settings > API key."], new(SettingsRoutes.Settings),
                T["Save key"], account.Source != KeySource.None, Role.Admin),
            new(T["Test the key"], T["LeadCapture asks Reply.io whether it is accepted."], new(SettingsRoutes.Settings), T["Test key"],
                tested, Role.Admin),
            new(T["Send a test lead"], T["Open a form, fill it in as a visitor, and send it."], null, T["Open form"], leads > 0),
            new(T["Check that it arrived"], T["The lead shows its contact and its sequences."], new(LeadRoutes.List), T["View leads"],
                leads > 0 && await db.Deliveries.AnyAsync(delivery => delivery.State == DeliveryState.Delivered, aborted)),
            new(T["Invite a colleague"], T["They get a link to set their password."], new(UserRoutes.New), T["Invite user"], colleagues, Role.Admin),
            new(T["Pair a tablet"], T["For event booths: it captures leads without a connection too."], new(DeviceRoutes.NewEvent), T["Create event"],
                devices, Role.Admin),
        ]);
        return list.Done == list.Steps.Count ? null : list;
    }
}
