using LeadCapture.Deliveries;

namespace LeadCapture.Admin.Runs;

/// How a run stands.
public sealed record RunPage(Run Run, Gate Gate, Pace Pace, IReadOnlyList<ListedRunLead> Failed)
{
    /// Made by this run.
    public int Corrections { get; init; }

    /// Where its leads come from a file, and that has been read: what else stood in it.
    public ReadFile? File { get; init; }

    public string Here => Of(Run.Id);

    public bool IsMoving => Run.State.IsActive() || Run.UnderWay > 0;

    public int Settled => Run.Succeeded + Run.Failed + Run.Skipped;

    /// The list that it was ordered from, as it is now.
    public string? List => Run.Filter is { } filter ? "/admin/leads" + filter : null;

    public string Standing => Run.State switch
    {
        RunState.Collecting when Run.Order.Imports() => "The file is being read.",
        RunState.Collecting => "The leads are being collected.",
        RunState.Running when !Run.Order.Sends() => "It is being done.",
        RunState.Running => Stage,
        RunState.Paused => $"Paused by a person.{OnTheirWay}",
        RunState.Stopped => $"Stopped by itself: {Run.Stopped}. Look at what failed; then go on, or cancel it.{OnTheirWay}",
        RunState.Cancelled => $"Cancelled by a person. What was left is as it was.{OnTheirWay}",
        _ => Run.Failed > 0 ? "Done. Some leads failed: correct them, then send them again." : "Done.",
    };

    /// The least time that the rest needs; null where nothing is left to send.
    public TimeSpan? Remaining => Run.Order.SendsAll() && !Run.State.IsOver() && Run.Left + Run.UnderWay is > 0 and var rest
        && Pace.Needs(rest) is var time && time > TimeSpan.Zero ? time : null;

    /// Why nothing was done to some of them.
    public string WhySkipped => Run.Order.Imports()
        ? "Skipped are those that were sent, corrected or discarded meanwhile. Import the same file again: of it only they are left."
        : "Skipped are those whose state or answers do not fit the order any more.";

    public static string Of(int run) => "/admin/runs/" + run;

    private string Stage => Run.Stage switch
    {
        0 => "First stage: one lead goes ahead. The next ones follow when it has arrived.",
        1 => "Second stage: five leads go ahead. If one of them fails, the run stops.",
        2 => "Third stage: a twentieth goes ahead. If more than one in ten fails, the run stops.",
        _ => "Last stage: all the others. If more than one in ten fails, the run stops.",
    };

    private string OnTheirWay => Run.UnderWay == 0 ? ""
        : Run.UnderWay == 1 ? " One lead was on its way already." : $" {Run.UnderWay} leads were on their way already.";
}

/// Lines of an imported file that did not join the run.
public sealed record ReadFile(Guid Id, int Unchanged, int NotTaken);

/// A lead of a run, as a row.
public sealed record ListedRunLead(int Place, RunLeadState State, Leads.ListedLead Lead);

public sealed record RunLeadsPage(Run Run, RunLeadState? State, IReadOnlyList<ListedRunLead> Leads, Pager Pager);

public sealed record RunsPage(IReadOnlyList<Run> Runs, Pager Pager);
