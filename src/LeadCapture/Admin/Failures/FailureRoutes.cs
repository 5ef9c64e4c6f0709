namespace LeadCapture.Admin.Failures;

/// The names of the routes of failures, fixes and notes.
public static class FailureRoutes
{
    public const string List = "failures";
    public const string Fix = "fix";
    public const string ApplyFix = "fix/apply";
    public const string Notes = "notes";
    public const string RemoveNote = "notes/remove";
}
