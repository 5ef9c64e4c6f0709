using LeadCapture.Localization;
using static LeadCapture.Admin.Audit.AuditText;

namespace LeadCapture.Admin.Audit;

/// What people read in the place of the words that are stored.
public static class ActWords
{
    /// An act of a version that is not known here is shown as it is.
    public static string Of(string act) => All.TryGetValue(act, out var words) ? T[words] : act;

    private static readonly Dictionary<string, string> All = new(StringComparer.Ordinal)
    {
        [Act.SetUp] = Texts.Key("Created first owner"),
        [Act.SignedIn] = Texts.Key("Signed in"),
        [Act.SignInRefused] = Texts.Key("Sign-in rejected"),
        [Act.SignedOut] = Texts.Key("Signed out"),
        [Act.Invited] = Texts.Key("Invited user"),
        [Act.Joined] = Texts.Key("Joined through single sign-on"),
        [Act.ChangedRole] = Texts.Key("Changed role"),
        [Act.Disabled] = Texts.Key("Disabled user"),
        [Act.Enabled] = Texts.Key("Enabled user"),
        [Act.MadeLink] = Texts.Key("Created link"),
        [Act.UsedLink] = Texts.Key("Used link"),
        [Act.ChangedProfile] = Texts.Key("Changed profile"),
        [Act.ReplacedKey] = Texts.Key("Saved API key"),
        [Act.ForgotKey] = Texts.Key("Deleted API key"),
        [Act.TestedKey] = Texts.Key("Tested API key"),
        [Act.ChangedBudget] = Texts.Key("Changed call limits"),
        [Act.ChangedAlerts] = Texts.Key("Changed alerts"),
        [Act.TestedAlerts] = Texts.Key("Sent test alert"),
        [Act.PausedSending] = Texts.Key("Paused sending"),
        [Act.ResumedSending] = Texts.Key("Resumed sending"),
        [Act.Corrected] = Texts.Key("Corrected lead"),
        [Act.Resubmitted] = Texts.Key("Resubmitted lead"),
        [Act.Discarded] = Texts.Key("Discarded lead"),
        [Act.Restored] = Texts.Key("Restored lead"),
        [Act.Released] = Texts.Key("Released lead"),
        [Act.OrderedRun] = Texts.Key("Started bulk action"),
        [Act.PausedRun] = Texts.Key("Paused bulk action"),
        [Act.ContinuedRun] = Texts.Key("Resumed bulk action"),
        [Act.CancelledRun] = Texts.Key("Canceled bulk action"),
        [Act.EndedRun] = Texts.Key("Bulk action ended"),
        [Act.StoppedRun] = Texts.Key("Bulk action stopped"),
        [Act.AddedNote] = Texts.Key("Added note"),
        [Act.RemovedNote] = Texts.Key("Removed note"),
        [Act.Exported] = Texts.Key("Exported"),
        [Act.Imported] = Texts.Key("Imported"),
        [Act.ImportedForm] = Texts.Key("Imported form"),
        [Act.PublishedForm] = Texts.Key("Published form"),
    };
}
