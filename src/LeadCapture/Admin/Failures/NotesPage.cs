using static LeadCapture.Admin.Failures.FailureText;

namespace LeadCapture.Admin.Failures;

/// Group: null where no lead is left in it. Text: as it was typed.
public sealed record NotesPage(string Id, FailedGroup? Group, IReadOnlyList<FailureNote> Notes, string Text)
{
    public bool IsKnown => Group is not null || Notes.Count > 0;

    public string Title => Group?.Title ?? (Notes.Count > 0 ? Notes[0].Fault : T["A problem that currently affects no leads"]);
}
