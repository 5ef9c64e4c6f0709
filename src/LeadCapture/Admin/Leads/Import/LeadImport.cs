namespace LeadCapture.Admin.Leads.Import;

/// A file between its preview and the end of its hour. In the database, because the next request may come to another node; of its
/// user alone. Once it was carried out only the lines are left that were not taken.
public sealed class LeadImport
{
    public static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    public required Guid Id { get; init; }
    public required Guid UserId { get; init; }
    public required DateTime ExpiresAt { get; init; }
    public required string Text { get; init; }

    /// Null until it was carried out.
    public int? Corrected { get; init; }
    public int Unchanged { get; init; }
    public int Resubmitted { get; init; }
}
