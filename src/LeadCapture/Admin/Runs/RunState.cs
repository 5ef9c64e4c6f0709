namespace LeadCapture.Admin.Runs;

/// Paused by a person, stopped by itself.
public enum RunState { Collecting, Running, Paused, Stopped, Cancelled, Done }

public enum RunLeadState { Pending, UnderWay, Done, Failed, Skipped }

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
        RunState.Cancelled => new("Cancelled", "remove"),
        _ => new("Done", "done", "good"),
    };

    public static Pill Pill(this RunLeadState state) => state switch
    {
        RunLeadState.Pending => new("Left", "clock"),
        RunLeadState.UnderWay => new("Under way", "go", "accent"),
        RunLeadState.Done => new("Done", "done", "good"),
        RunLeadState.Failed => new("Failed", "error", "bad"),
        _ => new("Skipped", "remove"),
    };
}
