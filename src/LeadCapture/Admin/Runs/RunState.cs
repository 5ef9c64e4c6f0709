using static LeadCapture.Admin.Runs.RunText;

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
        RunState.Collecting => new(T["Collecting"], "clock", "accent"),
        RunState.Running => new(T["Running"], "go", "accent"),
        RunState.Paused => new(T["Paused"], "pause", "warn"),
        RunState.Stopped => new(T["Stopped"], "error", "bad"),
        RunState.Cancelled => new(T["Canceled"], "remove"),
        _ => new(T["Done"], "done", "good"),
    };

    public static Pill Pill(this RunLeadState state) => state switch
    {
        RunLeadState.Pending => new(T["Remaining"], "clock"),
        RunLeadState.UnderWay => new(T["In progress"], "go", "accent"),
        RunLeadState.Done => new(T["Done"], "done", "good"),
        RunLeadState.Failed => new(T["Failed"], "error", "bad"),
        _ => new(T["Skipped"], "remove"),
    };
}
