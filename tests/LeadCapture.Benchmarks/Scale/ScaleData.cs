using LeadCapture.Deliveries;
using LeadCapture.ReplyIo;

namespace LeadCapture.Benchmarks.Scale;

/// The rows of a large installation, in the order in which they would have come: five attempts to a lead.
public sealed class ScaleData(int leads, DateTime now)
{
    public const int AttemptsOfEach = 5;
    private const string ContactJson =
        """{"id":1001,"email":"someone@scale.example","firstName":"Some","company":"Scale","sequences":[],"lists":[]}""";

    private const string Reason = "Reply.io did not answer in time.";
    private static readonly TimeSpan History = TimeSpan.FromDays(90);
    private readonly Guid[] ids = [.. Enumerable.Range(0, leads).Select(i => Guid.CreateVersion7(Received(i, leads, now)))];

    public IReadOnlyList<(string Table, string Columns, IEnumerable<object?[]> Rows)> Tables =>
    [
        ("forms", "id, slug, published_version", [[1, "contact", 1]]),
        ("form_versions", "form_id, number, created_at, definition", [[1, 1, now - History, "{}"]]),
        ("leads", "id, receipt, form_id, form_version, submission_id, received_at, channel, page, email, answers", Leads()),
        ("deliveries", "lead_id, state, priority, due_at, attempts, failures, trying_since, delivered_at, contact_id, "
            + "contact_json, reason, cause", Deliveries()),
        ("attempts", "id, lead_id, kind, started_at, ended_at, counts_at, calls, outcome, cause, status, reason", Attempts()),
    ];

    public static string EmailOf(int lead) => $"person-{lead}@company-{lead % 5000}.example";

    /// Nine of ten delivered; of the rest a third is still to be sent.
    public static DeliveryState StateOf(int lead) => (lead % 100) switch
    {
        < 90 => DeliveryState.Delivered,
        < 93 => DeliveryState.Waiting,
        < 94 => DeliveryState.Unconfirmed,
        < 98 => DeliveryState.NeedsAttention,
        98 => DeliveryState.Quarantined,
        _ => DeliveryState.Discarded,
    };

    private static DateTime Received(int lead, int leads, DateTime now) => now - History + (History * ((double)lead / leads));

    private IEnumerable<object?[]> Leads()
    {
        for (var i = 0; i < leads; i++)
            yield return
            [
                ids[i], ids[i].ToString("N")[6..].ToUpperInvariant(), 1, 1, ids[i].ToString("N"), Received(i, leads, now),
                "Page", null, EmailOf(i),
                $$"""{"properties":{"email":"{{EmailOf(i)}}","firstName":"Some","company":"Scale"},"customFields":[]}""",
            ];
    }

    private IEnumerable<object?[]> Deliveries()
    {
        for (var i = 0; i < leads; i++)
        {
            var (state, at) = (StateOf(i), Received(i, leads, now));
            var delivered = state == DeliveryState.Delivered;
            var due = state is DeliveryState.Waiting or DeliveryState.Unconfirmed ? (DateTime?)at.AddMinutes(1) : null;
            yield return
            [
                ids[i], (int)state, due is null ? 0 : i % 2, due, AttemptsOfEach, delivered ? 0 : AttemptsOfEach, at,
                delivered ? at.AddMinutes(1) : null, delivered ? i : null, delivered ? ContactJson : null,
                delivered ? null : Reason, (int)Cause.Created,
            ];
        }
    }

    private IEnumerable<object?[]> Attempts()
    {
        for (var i = 0; i < leads; i++)
            for (var attempt = 1; attempt <= AttemptsOfEach; attempt++)
            {
                var (at, last) = (Received(i, leads, now).AddSeconds(attempt), attempt == AttemptsOfEach);
                yield return
                [
                    Guid.CreateVersion7(at), ids[i], attempt % 2, at, at, at, 1, (int)(last ? Outcome.Accepted : Outcome.Unknown),
                    (int)(last ? Cause.Created : Cause.NoAnswer), last ? 201 : null, last ? null : Reason,
                ];
            }
    }
}
