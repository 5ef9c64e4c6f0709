namespace LeadCapture.Admin.Runs;

/// The names of the routes of bulk actions.
public static class RunRoutes
{
    public const string List = "runs";
    public const string New = "runs/new";
    public const string Run = "run";
    public const string Leads = "run/leads";
    public const string Pause = "run/pause";
    public const string GoOn = "run/go-on";
    public const string Cancel = "run/cancel";
    public const string Undo = "run/undo";
}
