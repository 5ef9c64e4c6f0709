namespace LeadCapture.Admin.Runs;

/// Paused by a person, stopped by itself. The numbers are stored.
public enum RunState
{
    Collecting = 0,
    Running = 1,
    Paused = 2,
    Stopped = 3,
    Cancelled = 4,
    Done = 5,
}

/// The numbers are stored.
public enum RunLeadState
{
    Pending = 0,
    UnderWay = 1,
    Done = 2,
    Failed = 3,
    Skipped = 4,
}

public static class RunStates
{
    public static bool IsActive(this RunState state) => state is RunState.Collecting or RunState.Running;

    public static bool IsOver(this RunState state) => state is RunState.Cancelled or RunState.Done;

    public static Pill Pill(this RunState state) => state switch
    {
        RunState.Collecting => new("Collecting", "clock", "accent"),
        RunState.Running => new("Running", "go", "accent"),
        RunState.Paused => new("Paused", "pause", "warn"),
        RunState.Stopped => new("Stopped", "error", "bad"),
        RunState.Cancelled => new("Canceled", "remove"),
        _ => new("Done", "done", "good"),
    };

    public static Pill Pill(this RunLeadState state) => state switch
    {
        RunLeadState.Pending => new("Remaining", "clock"),
        RunLeadState.UnderWay => new("In progress", "go", "accent"),
        RunLeadState.Done => new("Done", "done", "good"),
        RunLeadState.Failed => new("Failed", "error", "bad"),
        _ => new("Skipped", "remove"),
    };
}
