namespace LeadCapture.Admin.Leads.Import;

/// What a file would do, and the question why.
public sealed record PreviewPage(Guid Id, ImportReview Review, string Why = "", bool Resubmit = true)
{
    public const int ShownProblems = 100;
}

/// What a run has not taken of its file.
public sealed record NotTakenPage(LeadImport Import)
{
    public IReadOnlyList<string> Sentences { get; } = BadLines.Sentences(Import.Text);
}
