using LeadCapture.Data;

namespace LeadCapture.Alerts;

/// Settings and alerts in plain SQL: the program looks at them all the time, and loads no EF Core for it.
internal static class AlertRow
{
    public static async ValueTask<AlertSettings> Settings(SqlReader reading) => (await reading.Query(
        """
        SELECT smtp_host, smtp_port, smtp_security, smtp_user, sender, recipients, base_address, silence_minutes, stuck_minutes
        FROM alert_settings WHERE id = 1
        """,
        row => new AlertSettings
        {
            SmtpHost = row.GetString(0),
            SmtpPort = row.GetInt32(1),
            SmtpSecurity = (SmtpSecurity)row.GetInt32(2),
            SmtpUser = row.GetString(3),
            Sender = row.GetString(4),
            Recipients = row.GetString(5),
            BaseAddress = row.GetString(6),
            SilenceMinutes = row.GetInt32(7),
            StuckMinutes = row.GetInt32(8),
        }))[0];

    /// The kinds about which somebody may be told now, each with the moment until which everything was told.
    public static ValueTask<List<(AlertKind Kind, DateTime? ToldUntil)>> Due(SqlReader reading, DateTime now) => reading.Query(
        "SELECT kind, told_until FROM alerts WHERE silent_until IS NULL OR silent_until <= $1 ORDER BY kind",
        row => ((AlertKind)row.GetInt32(0), reading.TimeOrNull(row, 1)), now);

    /// Of several nodes, one. If it dies, the silence ends soon and the next one tells.
    public static async Task<bool> Take(Store store, AlertKind kind, DateTime now, DateTime until)
    {
        await using var transaction = await store.Begin();
        var place = transaction.Add(
            "UPDATE alerts SET silent_until = $2 WHERE kind = $1 AND (silent_until IS NULL OR silent_until <= $3)", kind, until, now);
        await transaction.Flush();
        var taken = transaction.Counts[place] == 1;
        await transaction.Commit();
        return taken;
    }

    public static Task Sent(Store store, AlertKind kind, DateTime now, DateTime toldUntil, DateTime silentUntil) => Run(
        store, "UPDATE alerts SET last_sent = $2, told_until = $3, silent_until = $4 WHERE kind = $1", kind, now, toldUntil, silentUntil);

    public static Task Failed(Store store, AlertKind kind, string? error, DateTime? at) => Run(
        store, "UPDATE alerts SET last_error = $2, last_error_at = $3 WHERE kind = $1", kind, error, at);

    private static async Task Run(Store store, string sql, params object?[] values)
    {
        await using var transaction = await store.Begin();
        transaction.Add(sql, values);
        await transaction.Commit();
    }
}
