using LeadCapture.Catalogue;
using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Leads;
using LeadCapture.Localization;
using LeadCapture.ReplyIo;
using static LeadCapture.Alerts.AlertText;

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
        var lines = found.Take(ShownForms).Select(one => "- " + T["{0} from form \"{1}\": {2}", one.Count, one.Form, Words(one.Cause)]);
        return new(
            T.Count(count, "1 lead needs attention", "{0} leads need attention"), string.Join('\n', lines),
            "/admin/leads?state=NeedsAttention");
    }

    public static async ValueTask<Finding?> KeyRefused(SqlReader reading)
    {
        if ((await GateRow.Read(reading)).Reason != GateReason.KeyRefused)
            return null;
        var waiting = await Backlog(reading);
        return new(
            T["Reply.io rejects the API key"],
            Refusal(waiting),
            "/admin/settings");
    }

    public static async ValueTask<Finding?> ChannelFault(SqlReader reading)
    {
        var gate = await GateRow.Read(reading);
        return gate.Reason != GateReason.ChannelFault ? null
            : new(T["Reply.io can't be reached at its address"], WrongWay(await Backlog(reading), gate.Detail), "/admin/settings");
    }

    public static async ValueTask<Finding?> StuckBacklog(SqlReader reading, DateTime before, DateTime now)
    {
        if (await Oldest(reading, now) is not { } oldest || oldest > before)
            return null;
        var gate = await GateRow.Read(reading);
        var cause = gate.Reason switch
        {
            GateReason.ByHand => T["Sending is paused manually."],
            GateReason.KeyRefused => T["Reply.io rejects the API key."],
            GateReason.ChannelFault => T["Reply.io can't be reached at its address."],
            GateReason.Outage => T["Reply.io is not available."],
            GateReason.RateLimited => T["Reply.io asked to wait."],
            _ => T["Sending is not paused. Either no API key is set, or leads arrive faster than the call limits allow."],
        };
        return new(
            T["Leads wait too long"],
            Stuck(await Backlog(reading), oldest.ToString("d MMM yyyy, HH:mm 'UTC'", InvariantCulture), cause),
            "/admin/leads?state=Waiting");
    }

    /// Told once, and not again while it lasts: leads do not wait for it.
    public static Finding? MappingDrift(IReadOnlyList<DriftedField> drifted)
    {
        if (drifted.Count == 0)
            return null;
        var lines = drifted.Take(ShownForms).Select(one => "- " + T["\"{0}\" in form \"{1}\"", one.Key, one.Form.Slug]);
        return new(
            T.Count(drifted.Count, "A form uses a custom field that is missing in Reply.io",
                "Forms use {0} custom fields that are missing in Reply.io"),
            T["Reply.io drops or rejects answers to a custom field it does not have. Choose where to send them."] + "\n" + string.Join('\n', lines),
            "/admin/forms/drift");
    }

    /// What is to be enrolled later is not late.
    private static async ValueTask<DateTime?> Oldest(SqlReader reading, DateTime now) => (await reading.Query(
        """
        SELECT * FROM (SELECT lead_id FROM deliveries WHERE state = $1 AND (step <> $3 OR due_at <= $4) ORDER BY lead_id LIMIT 1) AS waiting
        UNION ALL SELECT * FROM (SELECT lead_id FROM deliveries WHERE state = $2 ORDER BY lead_id LIMIT 1) AS unconfirmed
        """,
        row => (DateTime?)LeadId.ReceivedAt(reading.Id(row, 0)), DeliveryState.Waiting, DeliveryState.Unconfirmed, DeliveryStep.Sequence,
        now)).Min();

    /// Asked only where somebody is to be told.
    private static async ValueTask<long> Backlog(SqlReader reading) => (await reading.Query(
        "SELECT count(*) FROM deliveries WHERE state IN ($1, $2)", row => row.GetInt64(0),
        DeliveryState.Waiting, DeliveryState.Unconfirmed))[0];

    private static string Refusal(long waiting) => string.Join(' ',
        T["Sending is paused."],
        waiting == 0 ? T["No leads are waiting."] : T.Count(waiting, "1 lead is waiting and will be sent once a valid key is saved.",
            "{0} leads are waiting and will be sent once a valid key is saved."),
        T["Reply.io responded with status 401 or 403."]);

    private static string WrongWay(long waiting, string? detail) => string.Join(' ', ((string?[])
    [
        T["Sending is paused."],
        waiting == 0 ? T["No leads are waiting."] : T.Count(waiting, "1 lead is waiting and will be sent once Reply.io responds.",
            "{0} leads are waiting and will be sent once Reply.io responds."),
        detail,
        T["Check the address and version of Reply.io, and any proxy or gateway on the way."],
    ]).Where(sentence => sentence is { Length: > 0 }));

    private static string Stuck(long waiting, string oldest, string cause) => string.Join(' ',
        waiting == 1 ? T["1 lead has been waiting since {0}.", oldest] : T["{0} leads are waiting, the oldest since {1}.", waiting, oldest],
        cause);

    private static string Words(Cause? cause) => cause switch
    {
        Cause.Rejected => T["rejected by Reply.io"],
        Cause.LookUpNotOffered => T["response lost, lookup not possible"],
        Cause.NotReached => T["Reply.io could not be reached in 72 hours of retries"],
        Cause.Found => T["Reply.io has the person, but not these answers"],
        Cause.NotFound => T["no response, although other leads get through"],
        Cause.NoAnswer or Cause.ServerError or Cause.NotAContact or Cause.AnotherContact or Cause.TooManyPages =>
            T["no usable response in 72 hours of retries"],
        _ => T["see the list"],
    };
}

/// What to tell: a line, the details, and the page where something can be done about it.
public sealed record Finding(string Subject, string Details, string Path)
{
    public string Text(string baseAddress) => baseAddress == ""
        ? $"{Subject}\n\n{Details}\n\n{T["Open {0} in the admin area.", Path]}"
        : $"{Subject}\n\n{Details}\n\n{baseAddress.TrimEnd('/')}{Path}";
}
