namespace LeadCapture.Admin.Runs;

/// Our words for what is done to many leads.
public static class RunWords
{
    public static string Words(this RunOrder order) => order switch
    {
        RunOrder.Discard => "Discard",
        RunOrder.Restore => "Restore",
        RunOrder.Release => "Release",
        RunOrder.Fix => "Fix and resubmit",
        RunOrder.Correct => "Fix",
        RunOrder.Undo => "Undo",
        RunOrder.Import => "Import and resubmit",
        RunOrder.ImportOnly => "Import",
        RunOrder.NewLeads => "Import new leads",
        _ => "Resubmit",
    };

    /// Said of a number of leads; at least so many where they were not all counted.
    public static string OfLeads(this RunOrder order, long count, bool atLeast) => (order, count, atLeast) switch
    {
        (RunOrder.Discard, _, true) => $"Discard at least {count.Number()} leads",
        (RunOrder.Discard, 1, _) => "Discard 1 lead",
        (RunOrder.Discard, _, _) => $"Discard {count.Number()} leads",
        (RunOrder.Restore, _, true) => $"Restore at least {count.Number()} leads",
        (RunOrder.Restore, 1, _) => "Restore 1 lead",
        (RunOrder.Restore, _, _) => $"Restore {count.Number()} leads",
        (RunOrder.Release, _, true) => $"Release at least {count.Number()} leads",
        (RunOrder.Release, 1, _) => "Release 1 lead",
        (RunOrder.Release, _, _) => $"Release {count.Number()} leads",
        (_, _, true) => $"Resubmit at least {count.Number()} leads",
        (_, 1, _) => "Resubmit 1 lead",
        _ => $"Resubmit {count.Number()} leads",
    };

    public static string OfLeads(this RunOrder order) => order switch
    {
        RunOrder.Discard => "Discard leads",
        RunOrder.Restore => "Restore leads",
        RunOrder.Release => "Release leads",
        _ => "Resubmit leads",
    };

    public static string ForNone(this RunOrder order) => order switch
    {
        RunOrder.Discard => "None of these leads can be discarded.",
        RunOrder.Restore => "None of these leads can be restored.",
        RunOrder.Release => "None of these leads can be released.",
        _ => "None of these leads can be resubmitted.",
    };
}
