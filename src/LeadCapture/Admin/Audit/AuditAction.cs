using System.Reflection;

namespace LeadCapture.Admin.Audit;

/// What can stand in the audit. The words are stored and shown.
public static class AuditAction
{
    public const string SetUp = "set up";
    public const string SignedIn = "signed in";
    public const string SignInRefused = "sign-in refused";
    public const string SignedOut = "signed out";
    public const string Invited = "invited";
    public const string Joined = "joined";
    public const string ChangedRole = "changed role";
    public const string Disabled = "disabled";
    public const string Enabled = "enabled";
    public const string MadeLink = "made a link";
    public const string UsedLink = "used a link";
    public const string ChangedProfile = "changed profile";
    public const string ReplacedKey = "replaced key";
    public const string ForgotKey = "forgot key";
    public const string ChangedBudget = "changed budget";
    public const string TestedKey = "tested key";
    public const string ChangedAlerts = "changed alerts";
    public const string TestedAlerts = "tested alerts";
    public const string MadeApiKey = "made an API key";
    public const string RevokedApiKey = "revoked an API key";
    public const string AddedWebhook = "added a webhook";
    public const string ChangedWebhook = "changed a webhook";
    public const string RemovedWebhook = "removed a webhook";
    public const string RotatedWebhook = "rotated a webhook secret";
    public const string TestedWebhook = "tested a webhook";
    public const string ChangedNotices = "changed notifications";
    public const string TestedNotices = "tested notifications";
    public const string PausedSending = "paused sending";
    public const string ResumedSending = "resumed sending";
    public const string Corrected = "corrected";
    public const string Resubmitted = "resubmitted";
    public const string Discarded = "discarded";
    public const string Restored = "restored";
    public const string Released = "released";
    public const string OrderedEnrollment = "enrolled now";
    public const string ChangedSequence = "changed sequence";
    public const string CanceledFollowUp = "canceled follow-up";
    public const string OrderedRemoval = "removed from sequence";
    public const string ListedSender = "listed sender";
    public const string RemovedSender = "removed sender";
    public const string OrderedRun = "ordered a run";
    public const string PausedRun = "paused a run";
    public const string ContinuedRun = "continued a run";
    public const string CancelledRun = "cancelled a run";
    public const string EndedRun = "ended a run";
    public const string StoppedRun = "stopped a run";
    public const string AddedNote = "added a note";
    public const string RemovedNote = "removed a note";
    public const string Exported = "exported";
    public const string Imported = "imported";
    public const string ImportedForm = "imported a form";
    public const string PublishedForm = "published a form";
    public const string MadeForm = "made a form";
    public const string ChangedForm = "changed a form";
    public const string ArchivedForm = "archived a form";
    public const string RestoredForm = "restored a form";
    public const string ClosedForm = "closed a form";
    public const string ChangedDefaultLook = "changed default look";
    public const string OpenedForm = "opened a form";
    public const string CheckedFields = "checked custom fields";
    public const string RemappedField = "remapped a field";
    public const string MadeEvent = "made an event";
    public const string ChangedEvent = "changed an event";
    public const string InvitedDevice = "made a pairing code";
    public const string ChangedDevice = "changed a device";
    public const string RevokedDevice = "revoked a device";
    public const string ExportedEventKey = "exported an event key";
    public const string ImportedEventKey = "imported an event key";
    public const string OpenedCaptures = "opened captured leads";
    public const string SentTestLead = "sent a test lead";

    public static IReadOnlyList<string> All { get; } =
    [
        .. typeof(AuditAction).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal),
    ];
}
