using LeadCapture.Admin.Leads.Import;
using LeadCapture.Admin.Leads.NewLeads;
using LeadCapture.Admin.Leads;
using LeadCapture.Deliveries;
using LeadCapture.Localization;
using LeadCapture.Web;
using static LeadCapture.Admin.Runs.RunText;

namespace LeadCapture.Admin.Runs;

/// How a run stands.
public sealed record RunPage(Run Run, Gate Gate, Pace Pace, IReadOnlyList<ListedRunLead> Failed)
{
    /// Made by this run.
    public int Corrections { get; init; }

    /// Where its leads come from a file, and that has been read: what else stood in it.
    public ReadFile? File { get; init; }

    /// Where the contacts are put; null: nowhere, or each out of its own.
    public string? Sequence { get; init; }

    /// What it did can be taken back, and has not to be waited for.
    public bool MayUndo => Run.State.IsOver()
        && (Run.Order == RunOrder.Enroll ? Run is { Succeeded: > 0, UnderWay: 0 } : Run.Order.Corrects() && Corrections > 0);

    public bool IsMoving => Run.State.IsActive() || Run.UnderWay > 0;

    public int Settled => Run.Succeeded + Run.Failed + Run.Skipped;

    /// The list that it was ordered from, as it is now.
    public RouteLink? List => Run.Filter is { } filter ? new(LeadRoutes.List, Query: filter) : null;

    /// In sentences.
    public string Standing => Run.UnderWay > 0 && !Run.State.IsActive() ? $"{State} {OnTheirWay}" : State;

    /// The least time that the rest needs; null where nothing is left to send.
    public TimeSpan? Remaining => (Run.Order.SendsAll() || Run.Order.Follows()) && !Run.State.IsOver() && Run.Left + Run.UnderWay is > 0 and var rest
        && Pace.Needs(rest) is var time && time > TimeSpan.Zero ? time : null;

    /// Why nothing was done to some of them.
    public string WhySkipped => Run.Order.TakesIn() ? T["Skipped lines had already been imported."]
        : Run.Order.Imports()
        ? T["Skipped leads were sent, corrected, or discarded in the meantime."]
            + " " + T["To process them, import the same file again; only they are left."]
        : Run.Order == RunOrder.Enroll ? T["Skipped leads were enrolled before, have opted out, or have no contact in Reply.io."]
        : Run.Order == RunOrder.Unenroll ? T["Skipped leads are in no sequence that LeadCapture has enrolled them in."]
        : T["Skipped leads have changed: this action no longer applies to their state or answers."];

    /// Lines of the file that need nothing.
    public string NeedNothing(int lines) => Run.Order.TakesIn()
        ? T.Count(lines, "1 line had already been imported.", "{0:N0} lines had already been imported.")
        : T.Count(lines, "1 lead in the file already has these values.", "{0:N0} leads in the file already have these values.");

    public RouteLink PageOf(ReadFile file) => new(Run.Order.TakesIn() ? NewLeadRoutes.Show : ImportRoutes.Show, new { file.Id });

    private string State => Run.State switch
    {
        RunState.Collecting when Run.Order.Imports() || Run.Order.TakesIn() => T["Reading the file."],
        RunState.Collecting => T["Collecting the leads."],
        RunState.Running when !Run.Order.Sends() => T["In progress."],
        RunState.Running => Stage,
        RunState.Paused => T["Paused."],
        RunState.Stopped => T["Stopped automatically: {0}. Check the failed leads, then resume or cancel.", Run.Stopped!],
        RunState.Cancelled when Run.Order.TakesIn() => T["Canceled. The remaining lines were not imported."],
        RunState.Cancelled => T["Canceled. The remaining leads were not changed."],
        _ when Run.Order.Follows() && Run.Failed > 0 => T["Done, but some leads failed. Check the sequence in Reply.io, then resubmit them."],
        _ => Run.Failed > 0 ? T["Done. Some leads failed. Correct and resubmit them."] : T["Done."],
    };

    private string Stage => Run.Stage switch
    {
        0 when Run.Order.Follows() => T["Stage 1: one lead. The next ones follow once it is done."],
        0 => T["Stage 1: one lead. The next ones follow once it is delivered."],
        1 => T["Stage 2: five leads. If one fails, the bulk action stops."],
        2 => T["Stage 3: 5% of the leads. If more than 10% fail, the bulk action stops."],
        _ => T["Last stage: all remaining leads. If more than 10% fail, the bulk action stops."],
    };

    private string OnTheirWay => T.Count(Run.UnderWay, "1 lead was already being sent.", "{0} leads were already being sent.");
}

/// Lines of an imported file that did not join the run.
public sealed record ReadFile(Guid Id, int Unchanged, int NotTaken);

/// A lead of a run, as a row.
public sealed record ListedRunLead(int Place, RunLeadState State, Leads.ListedLead Lead);

public sealed record RunLeadsPage(Run Run, RunLeadState? State, IReadOnlyList<ListedRunLead> Leads, Pager Pager);

public sealed record RunsPage(IReadOnlyList<Run> Runs, Pager Pager);
