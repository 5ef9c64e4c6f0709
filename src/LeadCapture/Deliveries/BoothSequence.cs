using LeadCapture.Data;
using LeadCapture.Leads;

namespace LeadCapture.Deliveries;

/// The sequence of the tablet that captured a lead, or else of its event.
internal static class BoothSequence
{
    private const string Sql = """
        SELECT coalesce((SELECT sequence_id FROM devices WHERE id = $1), (SELECT sequence_id FROM events WHERE id = $2))
        """;

    /// Null: neither has one, or the lead came in by another way.
    public static async Task<int?> Of(Lead lead, Store store)
    {
        if (lead.EventId is not { } at)
            return null;
        await using var reading = await store.Read();
        return (await reading.Query(Sql, row => row.IsDBNull(0) ? (int?)null : row.GetInt32(0), lead.DeviceId ?? Guid.Empty, at))[0];
    }
}
