using System.Data.Common;
using LeadCapture.Data;

namespace LeadCapture.Deliveries;

internal static class GateRow
{
    private const string Columns = """
        SELECT reason, until, since, detail, failures, last_failed_lead, probes, requests_per_minute, requests_per_hour
        FROM gates WHERE id = 1
        """;

    public static ValueTask<Gate> Read(SqlTransaction transaction, bool locked) =>
        Read(transaction, locked ? Columns + transaction.Locking : Columns);

    public static ValueTask<Gate> Read(SqlReader reading) => Read(reading, Columns);

    private static async ValueTask<Gate> Read(SqlReader reading, string sql) =>
        (await reading.Query(sql, row => Of(reading, row)))[0];

    private static Gate Of(SqlReader reading, DbDataReader row)
    {
        var gate = Gate.Stored(
            (GateReason)row.GetInt32(0), reading.TimeOrNull(row, 1), reading.TimeOrNull(row, 2), row.IsDBNull(3) ? null : row.GetString(3),
            row.GetInt32(4), reading.IdOrNull(row, 5), row.GetInt32(6));
        gate.Limit(row.IsDBNull(7) ? null : row.GetInt32(7), row.IsDBNull(8) ? null : row.GetInt32(8));
        return gate;
    }

    public static void Update(SqlTransaction transaction, Gate gate) => transaction.Add(
        "UPDATE gates SET reason = $1, until = $2, since = $3, detail = $4, failures = $5, last_failed_lead = $6, probes = $7 WHERE id = 1",
        gate.Reason, gate.Until, gate.Since, gate.Detail, gate.Failures, gate.LastFailedLead, gate.Probes);
}
