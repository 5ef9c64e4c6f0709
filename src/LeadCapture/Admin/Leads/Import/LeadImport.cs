namespace LeadCapture.Admin.Leads.Import;

/// A file from its preview on; in the database, because the next request may come to another node. Of its user alone, until a run is
/// ordered with it. Once that has read it, only the lines are left that were not taken.
public sealed class LeadImport
{
    public static readonly TimeSpan KeptForPreview = TimeSpan.FromHours(1);
    public static readonly TimeSpan KeptForRun = TimeSpan.FromDays(7);

    public required Guid Id { get; init; }
    public required Guid UserId { get; init; }
    public required DateTime ExpiresAt { get; init; }
    public required string Text { get; init; }
    public int? RunId { get; init; }

    /// The form that takes the lines in as new leads; null: they are corrections of leads.
    public int? FormId { get; init; }

    /// What each column of new leads becomes, as JSON; null until somebody has said so.
    public string? Columns { get; init; }

    /// Null until the run has read it.
    public int? NotTaken { get; init; }
    public int Unchanged { get; init; }
}
