using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Leads;
using LeadCapture.ReplyIo;

namespace LeadCapture.Alerts;

/// What is wrong, by questions that cost the same at a hundred leads and at a million. Counts, forms and causes: nothing personal.
internal static class Findings
{
    private const int ShownForms = 10;

    /// Leads that came to need a person within this time. It is always an attempt that brings them there.
    public static async ValueTask<Finding?> NeedsAttention(SqlReader reading, DateTime after, DateTime until)
    {
        var found = await reading.Query(
            """
            SELECT f.slug, d.cause, count(DISTINCT d.lead_id) FROM attempts AS a
            JOIN deliveries AS d ON d.lead_id = a.lead_id AND d.state = $3
            JOIN leads AS l ON l.id = d.lead_id JOIN forms AS f ON f.id = l.form_id
            WHERE a.counts_at > $1 AND a.counts_at <= $2
            GROUP BY f.slug, d.cause ORDER BY count(DISTINCT d.lead_id) DESC, f.slug
            """,
            row => (Form: row.GetString(0), Cause: row.IsDBNull(1) ? (Cause?)null : (Cause)row.GetInt32(1), Count: row.GetInt64(2)),
            after, until, DeliveryState.NeedsAttention);
        var count = found.Sum(one => one.Count);
        if (count == 0)
            return null;
        var lines = found.Take(ShownForms).Select(one => $"- {one.Count} from the form \"{one.Form}\": {Words(one.Cause)}");
        return new(
            count == 1 ? "1 lead needs attention" : $"{count} leads need attention", string.Join('\n', lines),
            "/admin/leads?state=NeedsAttention");
    }

    public static async ValueTask<Finding?> KeyRefused(SqlReader reading)
    {
        if ((await GateRow.Read(reading)).Reason != GateReason.KeyRefused)
            return null;
        var waiting = await Backlog(reading);
        return new(
            "Reply.io refuses the API key",
            $"Nothing is sent; {Count(waiting)} and will follow once the right key is stored. The answer was 401 or 403.",
            "/admin/settings");
    }

    public static async ValueTask<Finding?> StuckBacklog(SqlReader reading, DateTime before)
    {
        if (await Oldest(reading) is not { } oldest || oldest > before)
            return null;
        var gate = await GateRow.Read(reading);
        var cause = gate.Reason switch
        {
            GateReason.ByHand => "Sending is paused by hand.",
            GateReason.KeyRefused => "Reply.io refuses the API key.",
            GateReason.Outage => "Reply.io does not work at the moment.",
            GateReason.RateLimited => "Reply.io asks to wait.",
            _ => "Sending is open: there is no API key, or more comes in than the budget lets go.",
        };
        return new(
            "Leads wait for too long",
            $"{Count(await Backlog(reading))}, the oldest since {oldest.ToString("d MMM yyyy, HH:mm 'UTC'", InvariantCulture)}. {cause}",
            "/admin/leads?state=Waiting");
    }

    private static async ValueTask<DateTime?> Oldest(SqlReader reading) => (await reading.Query(
        """
        SELECT * FROM (SELECT lead_id FROM deliveries WHERE state = $1 ORDER BY lead_id LIMIT 1) AS waiting
        UNION ALL SELECT * FROM (SELECT lead_id FROM deliveries WHERE state = $2 ORDER BY lead_id LIMIT 1) AS unconfirmed
        """,
        row => (DateTime?)LeadId.ReceivedAt(reading.Id(row, 0)), DeliveryState.Waiting, DeliveryState.Unconfirmed)).Min();

    /// Asked only where somebody is to be told.
    private static async ValueTask<long> Backlog(SqlReader reading) => (await reading.Query(
        "SELECT count(*) FROM deliveries WHERE state IN ($1, $2)", row => row.GetInt64(0),
        DeliveryState.Waiting, DeliveryState.Unconfirmed))[0];

    private static string Count(long leads) => leads == 1 ? "1 lead waits" : $"{leads} leads wait";

    private static string Words(Cause? cause) => cause switch
    {
        Cause.Rejected => "Reply.io refuses what was typed",
        Cause.LookUpNotOffered => "the answer was lost, and it cannot be looked up",
        Cause.NotReached => "Reply.io was not reached in 72 hours of tries",
        Cause.Found => "Reply.io has the person, but not these answers",
        Cause.NotFound => "no response, although other leads get through",
        Cause.NoAnswer or Cause.ServerError or Cause.NotAContact or Cause.AnotherContact or Cause.TooManyPages =>
            "no usable answer in 72 hours of tries",
        _ => "see the list",
    };
}

/// What to tell: a line, the details, and the page where something can be done about it.
public sealed record Finding(string Subject, string Details, string Path)
{
    public string Text(string baseAddress) => baseAddress == ""
        ? $"{Subject}\n\n{Details}\n\nSee {Path} in the admin area."
        : $"{Subject}\n\n{Details}\n\n{baseAddress.TrimEnd('/')}{Path}";
}
