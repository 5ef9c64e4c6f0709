using LeadCapture.Localization;
using static LeadCapture.Admin.Audit.AuditText;

namespace LeadCapture.Admin.Audit;

/// What people read in the place of the words that are stored.
public static class AuditWords
{
    /// An act of a version that is not known here is shown as it is.
    public static string Of(string act) => All.TryGetValue(act, out var words) ? T[words] : act;

    private static readonly Dictionary<string, string> All = new(StringComparer.Ordinal)
    {
        [AuditAction.SetUp] = Texts.Key("Created first owner"),
        [AuditAction.SignedIn] = Texts.Key("Signed in"),
        [AuditAction.SignInRefused] = Texts.Key("Sign-in rejected"),
        [AuditAction.SignedOut] = Texts.Key("Signed out"),
        [AuditAction.Invited] = Texts.Key("Invited user"),
        [AuditAction.Joined] = Texts.Key("Joined through single sign-on"),
        [AuditAction.ChangedRole] = Texts.Key("Changed role"),
        [AuditAction.Disabled] = Texts.Key("Disabled user"),
        [AuditAction.Enabled] = Texts.Key("Enabled user"),
        [AuditAction.MadeLink] = Texts.Key("Created link"),
        [AuditAction.UsedLink] = Texts.Key("Used link"),
        [AuditAction.ChangedProfile] = Texts.Key("Changed profile"),
        [AuditAction.ReplacedKey] = Texts.Key("Saved API key"),
        [AuditAction.ForgotKey] = Texts.Key("Deleted API key"),
        [AuditAction.TestedKey] = Texts.Key("Tested API key"),
        [AuditAction.ChangedBudget] = Texts.Key("Changed call limits"),
        [AuditAction.ChangedAlerts] = Texts.Key("Changed alerts"),
        [AuditAction.TestedAlerts] = Texts.Key("Sent test alert"),
        [AuditAction.PausedSending] = Texts.Key("Paused sending"),
        [AuditAction.ResumedSending] = Texts.Key("Resumed sending"),
        [AuditAction.Corrected] = Texts.Key("Corrected lead"),
        [AuditAction.Resubmitted] = Texts.Key("Resubmitted lead"),
        [AuditAction.Discarded] = Texts.Key("Discarded lead"),
        [AuditAction.Restored] = Texts.Key("Restored lead"),
        [AuditAction.Released] = Texts.Key("Released lead"),
        [AuditAction.ListedSender] = Texts.Key("Allowed or blocked sender"),
        [AuditAction.RemovedSender] = Texts.Key("Removed sender"),
        [AuditAction.OrderedRun] = Texts.Key("Started bulk action"),
        [AuditAction.PausedRun] = Texts.Key("Paused bulk action"),
        [AuditAction.ContinuedRun] = Texts.Key("Resumed bulk action"),
        [AuditAction.CancelledRun] = Texts.Key("Canceled bulk action"),
        [AuditAction.EndedRun] = Texts.Key("Bulk action ended"),
        [AuditAction.StoppedRun] = Texts.Key("Bulk action stopped"),
        [AuditAction.AddedNote] = Texts.Key("Added note"),
        [AuditAction.RemovedNote] = Texts.Key("Removed note"),
        [AuditAction.Exported] = Texts.Key("Exported"),
        [AuditAction.Imported] = Texts.Key("Imported"),
        [AuditAction.ImportedForm] = Texts.Key("Imported form"),
        [AuditAction.MadeForm] = Texts.Key("Created form"),
        [AuditAction.ChangedForm] = Texts.Key("Changed form"),
        [AuditAction.ArchivedForm] = Texts.Key("Archived form"),
        [AuditAction.RestoredForm] = Texts.Key("Restored form"),
        [AuditAction.ClosedForm] = Texts.Key("Closed form"),
        [AuditAction.ChangedDefaultLook] = Texts.Key("Changed default look"),
        [AuditAction.OpenedForm] = Texts.Key("Opened form"),
        [AuditAction.PublishedForm] = Texts.Key("Published form"),
        [AuditAction.CheckedFields] = Texts.Key("Checked custom fields"),
        [AuditAction.RemappedField] = Texts.Key("Remapped field"),
        [AuditAction.MadeEvent] = Texts.Key("Created event"),
        [AuditAction.ChangedEvent] = Texts.Key("Changed event"),
        [AuditAction.InvitedDevice] = Texts.Key("Created pairing code"),
        [AuditAction.ChangedDevice] = Texts.Key("Changed device"),
        [AuditAction.RevokedDevice] = Texts.Key("Revoked device"),
        [AuditAction.ExportedEventKey] = Texts.Key("Downloaded event key"),
        [AuditAction.ImportedEventKey] = Texts.Key("Saved event key"),
        [AuditAction.OpenedCaptures] = Texts.Key("Opened captured leads"),
        [AuditAction.SentTestLead] = Texts.Key("Sent test lead"),
    };
}
