namespace LeadCapture.Admin.Leads;

/// A filter of the list that a user comes back to, under a name of their own.
public sealed class SavedView
{
    public const int LongestName = 60;
    public const int MostOfUser = 20;

    public int Id { get; init; }
    public required Guid UserId { get; init; }
    public required string Name { get; init; }

    /// As LeadFilter.Query writes it.
    public required string Query { get; init; }
}
