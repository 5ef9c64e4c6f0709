namespace LeadCapture.Admin.Audit;

/// What people read in the place of the words that are stored.
public static class ActWords
{
    /// An act of a version that is not known here is shown as it is.
    public static string Of(string act) => All.GetValueOrDefault(act, act);

    private static readonly Dictionary<string, string> All = new(StringComparer.Ordinal)
    {
        [Act.SetUp] = "Created first owner",
        [Act.SignedIn] = "Signed in",
        [Act.SignInRefused] = "Sign-in rejected",
        [Act.SignedOut] = "Signed out",
        [Act.Invited] = "Invited user",
        [Act.Joined] = "Joined through single sign-on",
        [Act.ChangedRole] = "Changed role",
        [Act.Disabled] = "Disabled user",
        [Act.Enabled] = "Enabled user",
        [Act.MadeLink] = "Created link",
        [Act.UsedLink] = "Used link",
        [Act.ChangedProfile] = "Changed profile",
        [Act.ReplacedKey] = "Saved API key",
        [Act.ForgotKey] = "Deleted API key",
        [Act.TestedKey] = "Tested API key",
        [Act.ChangedBudget] = "Changed call limits",
        [Act.ChangedAlerts] = "Changed alerts",
        [Act.TestedAlerts] = "Sent test alert",
        [Act.PausedSending] = "Paused sending",
        [Act.ResumedSending] = "Resumed sending",
        [Act.Corrected] = "Corrected lead",
        [Act.Resubmitted] = "Resubmitted lead",
        [Act.Discarded] = "Discarded lead",
        [Act.Restored] = "Restored lead",
        [Act.Released] = "Released lead",
        [Act.OrderedRun] = "Started bulk action",
        [Act.PausedRun] = "Paused bulk action",
        [Act.ContinuedRun] = "Resumed bulk action",
        [Act.CancelledRun] = "Canceled bulk action",
        [Act.EndedRun] = "Bulk action ended",
        [Act.StoppedRun] = "Bulk action stopped",
        [Act.AddedNote] = "Added note",
        [Act.RemovedNote] = "Removed note",
        [Act.Exported] = "Exported",
        [Act.Imported] = "Imported",
        [Act.ImportedForm] = "Imported form",
        [Act.PublishedForm] = "Published form",
    };
}
