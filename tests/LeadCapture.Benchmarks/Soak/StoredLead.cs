using LeadCapture.Benchmarks.Processes;
using LeadCapture.Deliveries;

namespace LeadCapture.Benchmarks.Soak;

/// A row of leads with its delivery, as it is on disk.
public sealed record StoredLead(
    Guid Id, string Receipt, string Email, string Marker, DeliveryState? State, string? Reason, string? FailureKey, int Attempts,
    int? ContactId, FollowUp? FollowUp)
{
    private const string Sql = """
        SELECT l.id, l.receipt, l.email, l.answers_json, d.state, d.reason, d.failure_key, d.attempts, d.contact_id, d.follow_up_json
        FROM leads l LEFT JOIN deliveries d ON d.lead_id = l.id
        """;

    public bool IsWaiting => State is DeliveryState.Waiting or DeliveryState.Unconfirmed;

    public static async Task<List<StoredLead>> All(World world)
    {
        await using var source = Database.Open(world.Store, world.ConnectionString);
        return await Database.Query(source, Sql, row => new StoredLead(
            Database.Id(row.GetValue(0)), row.GetString(1), row.GetString(2), Visit.MarkerIn(row.GetString(3)) ?? "",
            row.IsDBNull(4) ? null : (DeliveryState)row.GetInt32(4), row.IsDBNull(5) ? null : row.GetString(5),
            row.IsDBNull(6) ? null : row.GetString(6), row.IsDBNull(7) ? 0 : row.GetInt32(7), row.IsDBNull(8) ? null : row.GetInt32(8),
            FollowUp.Parse(row.IsDBNull(9) ? null : row.GetString(9))));
    }

    public static async Task<long> Unsettled(World world)
    {
        await using var source = Database.Open(world.Store, world.ConnectionString);
        const string sql = "SELECT count(*) FROM deliveries WHERE due_at IS NOT NULL";
        var counts = await Database.Query(source, sql, row => row.GetInt64(0));
        return counts[0];
    }
}
