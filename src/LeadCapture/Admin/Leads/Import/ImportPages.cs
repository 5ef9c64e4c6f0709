namespace LeadCapture.Admin.Leads.Import;

/// What a file would do, and the question why.
public sealed record PreviewPage(Guid Id, ImportReview Review, string Why = "", bool Resubmit = true)
{
    public const int ShownProblems = 100;

    public string Here => "/admin/leads/import/" + Id;
}

/// What a file did.
public sealed record ResultPage(LeadImport Import)
{
    public string Here => "/admin/leads/import/" + Import.Id;

    public IReadOnlyList<string> NotTaken { get; } = BadLines.Sentences(Import.Text);
}
