using LeadCapture.Localization;
using static LeadCapture.Admin.Runs.RunText;

namespace LeadCapture.Admin.Runs;

/// Our words for what is done to many leads.
public static class RunWords
{
    public static string Words(this RunOrder order) => order switch
    {
        RunOrder.Discard => T["Discard"],
        RunOrder.Restore => T["Restore"],
        RunOrder.Release => T["Release"],
        RunOrder.Fix => T["Fix and resubmit"],
        RunOrder.Correct => T["Fix"],
        RunOrder.Undo => T["Undo"],
        RunOrder.Import => T["Import and resubmit"],
        RunOrder.ImportOnly => T["Import"],
        RunOrder.NewLeads => T["Import new leads"],
        RunOrder.Enroll => T["Enroll in a sequence"],
        RunOrder.Unenroll => T["Remove from sequence"],
        _ => T["Resubmit"],
    };

    /// Said of a number of leads; at least so many where they were not all counted.
    public static string OfLeads(this RunOrder order, long count, bool atLeast) => (order, atLeast) switch
    {
        (RunOrder.Discard, true) => T["Discard at least {0:N0} leads", count],
        (RunOrder.Discard, _) => T.Count(count, "Discard 1 lead", "Discard {0:N0} leads"),
        (RunOrder.Restore, true) => T["Restore at least {0:N0} leads", count],
        (RunOrder.Restore, _) => T.Count(count, "Restore 1 lead", "Restore {0:N0} leads"),
        (RunOrder.Release, true) => T["Release at least {0:N0} leads", count],
        (RunOrder.Release, _) => T.Count(count, "Release 1 lead", "Release {0:N0} leads"),
        (RunOrder.Enroll, true) => T["Enroll at least {0:N0} leads", count],
        (RunOrder.Enroll, _) => T.Count(count, "Enroll 1 lead", "Enroll {0:N0} leads"),
        (RunOrder.Unenroll, true) => T["Remove at least {0:N0} leads from their sequence", count],
        (RunOrder.Unenroll, _) => T.Count(count, "Remove 1 lead from its sequence", "Remove {0:N0} leads from their sequence"),
        (_, true) => T["Resubmit at least {0:N0} leads", count],
        _ => T.Count(count, "Resubmit 1 lead", "Resubmit {0:N0} leads"),
    };

    public static string OfLeads(this RunOrder order) => order switch
    {
        RunOrder.Discard => T["Discard leads"],
        RunOrder.Restore => T["Restore leads"],
        RunOrder.Release => T["Release leads"],
        RunOrder.Enroll => T["Enroll in a sequence"],
        RunOrder.Unenroll => T["Remove from sequence"],
        _ => T["Resubmit leads"],
    };

    public static string ForNone(this RunOrder order) => order switch
    {
        RunOrder.Discard => T["None of these leads can be discarded."],
        RunOrder.Restore => T["None of these leads can be restored."],
        RunOrder.Release => T["None of these leads can be released."],
        RunOrder.Enroll => T["These leads can’t be enrolled because they haven’t been delivered."],
        RunOrder.Unenroll => T["These leads can’t be removed from a sequence because they haven’t been delivered."],
        _ => T["None of these leads can be resubmitted."],
    };
}
