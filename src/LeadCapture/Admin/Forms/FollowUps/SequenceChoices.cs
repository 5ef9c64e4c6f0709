using LeadCapture.Catalogue;
using static LeadCapture.Admin.Forms.FollowUps.FollowUpText;

namespace LeadCapture.Admin.Forms.FollowUps;

/// Reply.io's sequences as a list to choose from; while they are not known, their numbers are typed.
public static class SequenceChoices
{
    public static Entry EntryOf(CatalogueState known, string name, string label, string value) => known.Sequences.Count > 0
        ? new(name, label, value) { Choices = With(known, value), Problem = WarningOf(known, value) }
        : new(name, label, value) { InputMode = "numeric", Hint = T["The number in the address of the sequence in Reply.io."] };

    /// Where the sequence cannot take anybody; null: it can, or nobody can say.
    private static string? WarningOf(CatalogueState known, string value) => Ids.Read(value, _ => { }) switch
    {
        { } id when known.IsSequenceGone(id) => T["Reply.io no longer has this sequence. Leads would wait here for a decision."].Value,
        { } id when known.IsSequenceClosed(id) => T["This sequence is archived. Leads would wait here for a decision."].Value,
        _ => null,
    };

    /// One that Reply.io does not list stays, and says so.
    private static List<(string Value, string Label)> With(CatalogueState known, string value)
    {
        List<(string Value, string Label)> choices = [("", T["None"])];
        choices.AddRange(known.Sequences.Where(one => !one.IsArchived || Ids.Write(one.Id) == value)
            .OrderBy(one => one.Name, StringComparer.CurrentCultureIgnoreCase).Select(one => (Ids.Write(one.Id), NameOf(one))));
        if (choices.TrueForAll(choice => choice.Value != value))
            choices.Add((value, T["Sequence {0} (not in Reply.io)", value]));
        return choices;
    }

    private static string NameOf(KnownSequence one) => one switch
    {
        { IsArchived: true } => T["{0} (archived)", one.Name],
        { Status: { } status } when status.Equals("paused", StringComparison.OrdinalIgnoreCase) => T["{0} (paused)", one.Name],
        _ => one.Name,
    };
}
