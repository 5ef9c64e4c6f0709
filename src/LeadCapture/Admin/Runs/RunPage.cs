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
        RunState.Collecting when Run.Order.Imports() || Run.Order.TakesIn() => "Reading the file.",
        RunState.Collecting => "Collecting the leads.",
        RunState.Running when !Run.Order.Sends() => "In progress.",
        RunState.Running => Stage,
        RunState.Paused => $"Paused.{OnTheirWay}",
        RunState.Stopped => $"Stopped automatically: {Run.Stopped}. Check the failed leads, then resume or cancel.{OnTheirWay}",
        RunState.Cancelled when Run.Order.TakesIn() => $"Canceled. The remaining lines were not imported.{OnTheirWay}",
        RunState.Cancelled => $"Canceled. The remaining leads were not changed.{OnTheirWay}",
        _ => Run.Failed > 0 ? "Done. Some leads failed. Correct and resubmit them." : "Done.",
    };

    /// The least time that the rest needs; null where nothing is left to send.
    public TimeSpan? Remaining => Run.Order.SendsAll() && !Run.State.IsOver() && Run.Left + Run.UnderWay is > 0 and var rest
        && Pace.Needs(rest) is var time && time > TimeSpan.Zero ? time : null;

    /// Why nothing was done to some of them.
    public string WhySkipped => Run.Order.TakesIn() ? "Skipped lines had already been imported."
        : Run.Order.Imports()
        ? "Skipped leads were sent, corrected, or discarded in the meantime. "
            + "To process them, import the same file again; only they are left."
        : "Skipped leads have changed: this action no longer applies to their state or answers.";

    /// Lines of the file that need nothing.
    public string NeedNothing(int lines) => Run.Order.TakesIn()
        ? lines == 1 ? "1 line had already been imported." : $"{((long)lines).Number()} lines had already been imported."
        : lines == 1 ? "1 lead in the file already has these values." : $"{((long)lines).Number()} leads in the file already have these values.";

    public string PathOf(ReadFile file) => (Run.Order.TakesIn() ? "/admin/leads/import-new/" : "/admin/leads/import/") + file.Id;

    public static string Of(int run) => "/admin/runs/" + run;

    private string Stage => Run.Stage switch
    {
        0 => "Stage 1: one lead. The next ones follow once it is delivered.",
        1 => "Stage 2: five leads. If one fails, the bulk action stops.",
        2 => "Stage 3: 5% of the leads. If more than 10% fail, the bulk action stops.",
        _ => "Last stage: all remaining leads. If more than 10% fail, the bulk action stops.",
    };

    private string OnTheirWay => Run.UnderWay == 0 ? ""
        : Run.UnderWay == 1 ? " 1 lead was already being sent." : $" {Run.UnderWay} leads were already being sent.";
}

/// Lines of an imported file that did not join the run.
public sealed record ReadFile(Guid Id, int Unchanged, int NotTaken);

/// A lead of a run, as a row.
public sealed record ListedRunLead(int Place, RunLeadState State, Leads.ListedLead Lead);

public sealed record RunLeadsPage(Run Run, RunLeadState? State, IReadOnlyList<ListedRunLead> Leads, Pager Pager);

public sealed record RunsPage(IReadOnlyList<Run> Runs, Pager Pager);
