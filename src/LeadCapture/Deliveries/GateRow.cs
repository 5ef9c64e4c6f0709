using LeadCapture.Data;

namespace LeadCapture.Deliveries;

/// The gate in plain SQL.
internal static class GateRow
{
    private const string Columns = "SELECT reason, until, since, detail, failures, last_failed_lead, probes FROM gates WHERE id = 1";

    public static async ValueTask<Gate> Read(Session session, bool locked) => (await session.Query(
        locked ? Columns + session.Locking : Columns,
        row => Gate.Stored(
            (GateReason)row.GetInt32(0), session.TimeOrNull(row, 1), session.TimeOrNull(row, 2), row.IsDBNull(3) ? null : row.GetString(3),
            row.GetInt32(4), session.IdOrNull(row, 5), row.GetInt32(6))))[0];

    public static void Update(Session session, Gate gate) => session.Add(
        "UPDATE gates SET reason = $1, until = $2, since = $3, detail = $4, failures = $5, last_failed_lead = $6, probes = $7 WHERE id = 1",
        gate.Reason, gate.Until, gate.Since, gate.Detail, gate.Failures, gate.LastFailedLead, gate.Probes);
}
