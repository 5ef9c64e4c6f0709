namespace LeadCapture.Deliveries.Queue;

/// What a batch claimed; Cut says that more is due than there were slots for. LookAgain: when something may be due next.
internal sealed record Claims(IReadOnlyList<Claimed> Deliveries, bool Cut, DateTime LookAgain, GateTurn GateTurn = default)
{
    /// Where the inserts of their attempts stand in the counts of the batch.
    public IReadOnlyList<int> Places { get; init; } = [];

    /// Without those that another lead of the same person goes before.
    public IEnumerable<Claimed> Begun(IReadOnlyList<int> counts) => Deliveries.Where((_, place) => counts[Places[place]] == 1);

    public Guid? LastAttempt => Deliveries.Count > 0 ? Deliveries[^1].Attempt.Id : null;
}
