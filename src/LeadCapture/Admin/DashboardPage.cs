using LeadCapture.Admin.Leads;
using LeadCapture.Deliveries;
using LeadCapture.Web;
using static LeadCapture.Admin.AdminText;

namespace LeadCapture.Admin;

/// Days are those of UTC, the oldest first.
public sealed record DashboardPage(
    Gate Gate, bool HasKey, QueueFigures Queue, IReadOnlyList<DayFigures> Days, DeliveryTimes? Times, Pace Pace)
{
    /// Null where nothing is left to set up.
    public SetUpList? SetUp { get; init; }

    /// The figures of the queue may be some seconds old; the first lead of all shows at once.
    public long Leads => Math.Max(Queue.States.Values.Sum(), Today.Received);

    public DayFigures Today => Days[^1];

    public bool ReceivedAny => Days.Any(day => day.Received > 0);

    public string Backlog => (Queue.Backlog, Gate.IsOpen && HasKey) switch
    {
        (0, _) => T["No leads waiting"],
        (_, true) => T["At least {0} at the current call limits", Pace.Needs(Queue.Backlog).Took()],
        _ => T["At least {0} once sending resumes", Pace.Needs(Queue.Backlog).Took()],
    };

    /// The list behind a number.
    public static RouteLink List(DeliveryState? state = null, DateOnly? day = null)
    {
        var date = day?.ToString("yyyy-MM-dd", InvariantCulture);
        return new(LeadRoutes.List, new { state, from = date, to = date });
    }
}

/// How fast leads may go: our share of Reply.io's limits (0 = none), and the calls that are left of it now.
public sealed record Pace(BudgetLimits Limits, int Left)
{
    public bool IsLimited => Limits.IsLimited;

    /// The least time, with one call for a lead: what is left goes at once, the rest as calls are free again.
    public TimeSpan Needs(long leads)
    {
        var rest = Math.Max(0, leads - Left);
        var minutes = Limits.PerMinute > 0 ? (double)rest / Limits.PerMinute : 0;
        var hours = Limits.PerHour > 0 ? (double)rest / Limits.PerHour : 0;
        return TimeSpan.FromMinutes(Math.Max(minutes, hours * 60));
    }
}
