namespace LeadCapture.Deliveries.Queue;

/// Leads of one person go one after the other: while it is not known what came of one, another would take its contact for its own,
/// and what was said last would not be what stays. Those that are looked up go first, then the earlier lead: so none waits for another
/// in a circle. Who has the contact already, and only waits for what follows, holds nobody up.
/// $1 = lead, $2 = address, $3 = handle of the profile, $4 = unconfirmed.
internal static class PersonInLine
{
    public const string IsFree = $"""
        NOT EXISTS (SELECT 1 FROM deliveries AS other WHERE other.email = $2 {GoesFirst})
            AND NOT EXISTS (SELECT 1 FROM deliveries AS other WHERE other.linked_in = $3 {GoesFirst})
        """;

    public const string IsFreeForLookUp = $"""
        NOT EXISTS (SELECT 1 FROM deliveries AS other WHERE other.email = $2 {IsLookedUpFirst})
            AND NOT EXISTS (SELECT 1 FROM deliveries AS other WHERE other.linked_in = $3 {IsLookedUpFirst})
        """;

    private const string GoesFirst =
        "AND other.due_at IS NOT NULL AND other.lead_id <> $1 AND (other.attempt_id IS NOT NULL "
        + "OR (other.step = 0 AND (other.lead_id < $1 OR other.state = $4)))";

    private const string IsLookedUpFirst =
        "AND other.due_at IS NOT NULL AND other.lead_id <> $1 AND (other.attempt_id IS NOT NULL "
        + "OR (other.step = 0 AND other.state = $4 AND other.lead_id < $1))";

    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// Until it is its turn perhaps: the longer it waits, the longer the wait before the next look.
    public static DateTime NextLook(DateTime receivedAt, DateTime now)
    {
        var wait = (now - receivedAt) / 4;
        return now + (wait < ShortestWait ? ShortestWait : wait > LongestWait ? LongestWait : wait);
    }

    /// What two nodes must not begin at the same time, in an order that is the same for all of them.
    public static IEnumerable<string> KeysOf(IEnumerable<Delivery> deliveries) => deliveries
        .SelectMany(delivery => new[] { Key("email ", delivery.Email), Key("linkedin ", delivery.LinkedIn) })
        .OfType<string>().Distinct().Order(StringComparer.Ordinal);

    private static string? Key(string kind, string? value) => value is null ? null : kind + value;
}
