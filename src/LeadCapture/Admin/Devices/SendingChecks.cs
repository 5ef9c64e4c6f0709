using LeadCapture.Admin.Settings;
using LeadCapture.Booth;
using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Settings;
using LeadCapture.Web;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Admin.Devices.DeviceText;

namespace LeadCapture.Admin.Devices;

/// Whether leads get to Reply.io.
public sealed class SendingChecks(LeadDb db, ReplyIoAccount account, ReplyOptions options, Figures figures)
{
    private static readonly RouteLink ToConnection = new(SettingsRoutes.Settings);
    private static readonly RouteLink ToSending = new(SettingsRoutes.Sending);
    private static readonly RouteLink ToLimits = new(SettingsRoutes.Limits);

    /// A stand is open for so long a day.
    private static readonly TimeSpan Day = TimeSpan.FromHours(8);

    public async Task<IReadOnlyList<Check>> Of(Event at)
    {
        var gate = await db.Gates.AsNoTracking().SingleAsync();
        return [Key(gate), Sending(gate), Limits(at, new(BudgetLimits.Of(gate, options), await figures.BudgetLeft()))];
    }

    private Check Key(Gate gate) => new("key", T["API key"], account is { Ready: true, Sandbox: null } && gate.Reason != GateReason.KeyRefused,
        (account, gate.Reason) switch
        {
            ({ Sandbox: not null }, _) => T["Leads go to the sandbox, not to Reply.io. Save an API key in Settings."],
            ({ Ready: false }, _) => T["Not set. Save a key in Settings."],
            (_, GateReason.KeyRefused) => T["Reply.io rejected the key. Save a valid one in Settings."],
            _ => T["Saved, and not rejected by Reply.io."],
        }, ToConnection, T["Settings"]);

    private static Check Sending(Gate gate) => new("sending", T["Sending"], gate.IsOpen,
        gate.IsOpen ? T["Not paused."] : T["Paused. See why, and resume, in Settings."], ToSending, T["Settings"]);

    /// With one call for a lead.
    private static Check Limits(Event at, Pace pace)
    {
        var time = pace.Needs(at.Goal ?? 0);
        var days = at is { StartsOn: { } first, EndsOn: { } last } ? last.DayNumber - first.DayNumber + 1 : 1;
        return new("limits", T["Call limits"], at.Goal is null || time <= Day * days, (at.Goal, pace.IsLimited) switch
        {
            (null, _) => T["{0}. Set a goal for the event to see if that’s enough.", pace.Limits.Words()],
            (_, false) => T["No limits."],
            ({ } goal, _) when time <= Day * days => T["{0:N0} leads take at least {1}.", goal, time.Took()],
            ({ } goal, _) => T["{0:N0} leads take at least {1}, longer than the event lasts. Raise the call limits.", goal, time.Took()],
        }, ToLimits, T["Settings"]);
    }
}
