namespace LeadCapture.Admin.Runs;

/// Something done to many leads, ordered by a person. What sends begins with a few of them, and stops by itself when they fail.
public sealed class Run
{
    /// Enough to use any budget, and few enough that stopping means something.
    private const int MostUnderWay = 100;

    /// So many are sent before a share of failures says anything.
    private const int Telling = 20;

    public int Id { get; init; }
    public required RunOrder Order { get; init; }
    public RunState State { get; private set; }
    public required DateTime OrderedAt { get; init; }
    public Guid? UserId { get; init; }

    /// The name and address of then: a user may be renamed.
    public required string Who { get; init; }

    /// The words of the filter; null: the leads were picked one by one, or come from a file.
    public string? Filter { get; init; }

    /// Why they are discarded or corrected.
    public string Reason { get; init; } = "";

    /// Also those that were delivered.
    public bool Agreed { get; init; }

    /// The rule that is applied, as JSON.
    public string? Fix { get; init; }

    /// Of Reply.io: where the contacts are put.
    public int? SequenceId { get; init; }

    /// The run that this one undoes.
    public int? OfRun { get; init; }

    /// Leads older than this one, or lines of the file, are still to be collected; null: all are. What comes in later never joins.
    public Guid? Cursor { get; private set; }

    public int Members { get; private set; }
    public int UnderWay { get; private set; }
    public int Succeeded { get; private set; }
    public int Failed { get; private set; }
    public int Skipped { get; private set; }

    /// From 0: one lead, five, a twentieth, the rest.
    public int Stage { get; private set; }
    public int StageBegun { get; private set; }
    public int StageFailed { get; private set; }

    /// Why it stopped by itself.
    public string? Stopped { get; private set; }
    public DateTime? EndedAt { get; private set; }

    /// The node that works it, until when.
    public Guid? Worker { get; private set; }
    public DateTime? WorkedUntil { get; private set; }

    public int Left => Members - UnderWay - Succeeded - Failed - Skipped;

    public int StageSize => Stage switch
    {
        0 => 1,
        1 => 5,
        2 => Math.Max(1, (Members + 19) / 20),
        _ => int.MaxValue,
    };

    /// How many may begin now. A stage begins when all of what was before has settled.
    public int Room => State != RunState.Running ? 0
        : !Order.Sends() ? int.MaxValue
        : StageBegun == 0 && UnderWay > 0 ? 0
        : Math.Min(MostUnderWay - UnderWay, StageSize - StageBegun);

    /// Newest of all to collect is the one before this.
    public void CollectBefore(Guid bound) => (State, Cursor) = (RunState.Collecting, bound);

    public void Collected(int count, Guid? cursor)
    {
        (Members, Cursor) = (Members + count, cursor);
        if (cursor is null)
            State = RunState.Running;
    }

    public void Begun(RunLeadState outcome)
    {
        if (outcome == RunLeadState.UnderWay)
            (UnderWay, StageBegun) = (UnderWay + 1, StageBegun + 1);
        else
            Count(outcome);
    }

    public void Settled(RunLeadState outcome)
    {
        UnderWay--;
        Count(outcome);
        // What a stopped run had under way says nothing of the stage that comes after it.
        if (outcome == RunLeadState.Failed && StageBegun > 0)
            StageFailed++;
    }

    /// Goes on to the next stage, stops or ends, as it has come out so far.
    public void Judge(DateTime now)
    {
        if (State != RunState.Running)
            return;
        if (Left == 0 && UnderWay == 0)
            End(RunState.Done, now);
        else if (Fails)
            Stop(Why);
        else if (StageBegun >= StageSize && UnderWay == 0)
            (Stage, StageBegun, StageFailed) = (Stage + 1, 0, 0);
    }

    /// In words.
    public string Outcome =>
        $"{Succeeded} {(Order.SendsAll() ? "delivered" : "done")}, {Failed} failed, {Skipped} skipped, {Left} remaining";

    public void Stop(string why) => (State, Stopped) = (RunState.Stopped, why);

    public void Pause() => State = RunState.Paused;

    /// A stopped one begins with a few again.
    public void GoOn()
    {
        if (State == RunState.Stopped)
            (Stage, StageBegun, StageFailed, Stopped) = (0, 0, 0, null);
        State = Cursor is null ? RunState.Running : RunState.Collecting;
    }

    public void Cancel(DateTime now) => End(RunState.Cancelled, now);

    private int StageSettled => StageBegun - UnderWay;

    private bool Fails => Stage < 2
        ? StageFailed > 0
        : StageFailed * 10 > Math.Max(StageSettled, StageBegun >= StageSize && UnderWay == 0 ? 0 : Telling);

    private string Why =>
        Stage < 2 ? "One of the first leads failed" : $"{StageFailed} of {StageSettled} leads of this stage failed";

    private void Count(RunLeadState outcome)
    {
        if (outcome == RunLeadState.Done)
            Succeeded++;
        else if (outcome == RunLeadState.Failed)
            Failed++;
        else
            Skipped++;
    }

    private void End(RunState state, DateTime now) => (State, EndedAt) = (state, now);
}
