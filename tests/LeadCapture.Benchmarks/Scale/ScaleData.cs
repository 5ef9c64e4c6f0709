using System.Security.Cryptography;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Leads;
using LeadCapture.ReplyIo;

namespace LeadCapture.Benchmarks.Scale;

/// The rows of a large installation, in the order in which they would have come: five attempts to a lead, and an hour that
/// used up the whole budget.
public sealed class ScaleData(int leads, DateTime now)
{
    public const int AttemptsOfEach = 5;
    public const string LeadColumns =
        "id, receipt, form_id, form_version, submission_id, received_at, channel, page, email, answers_json, answers_hash, "
        + "answers_version";

    public const string DeliveryColumns = "lead_id, state, priority, due_at, attempts, failures, email, waited_milliseconds, lost_creates, "
        + "empty_look_ups, is_own_contact, is_restored, step, existing_contact, form_id, channel";

    private const int LastHour = 3000;

    /// One thing or another that Reply.io does not like; the leads in need of attention are four of each hundred.
    private const int Groups = 37;
    private const string ContactJson =
        """{"id":1001,"email":"someone@scale.example","firstName":"Some","company":"Scale","sequences":[],"lists":[]}""";

    private const string Reason = "Reply.io did not respond in time.";
    private static readonly TimeSpan History = TimeSpan.FromDays(90);
    private readonly Guid[] ids = [.. Enumerable.Range(0, leads).Select(i => Guid.CreateVersion7(Received(i, leads, now)))];

    public IReadOnlyList<TableRows> Tables =>
    [
        .. Forms(now - History),
        new("leads", LeadColumns, Enumerable.Range(0, leads).Select(i => LeadOf(i, ids[i], Received(i, leads, now)))),
        new("deliveries", $"{DeliveryColumns}, delivered_at, contact_id, contact_json, reason, cause, failure_key", Deliveries()),
        new("attempts", "id, lead_id, kind, started_at, ended_at, counts_at, calls, outcome, cause, status, reason, "
            + "answers_version", Attempts()),
        .. new StaffData(ids, now).Tables,
    ];

    public Guid LatestInNeed => ids[Enumerable.Range(0, leads).Last(lead => StateOf(lead, leads) == DeliveryState.NeedsAttention)];

    /// In no order, as they are given out.
    public static string ReceiptOf(int lead) => Convert.ToHexString(SHA256.HashData(BitConverter.GetBytes(lead)))[..Receipt.Length];

    public static string GroupOf(int lead) => $"{lead % Groups:x16}";

    public static string EmailOf(int lead) => $"person-{lead}@company-{lead % 5000}.example";

    /// Nine of ten delivered; of the rest a third is still to be sent. What was discarded is long ago.
    private static DeliveryState StateOf(int lead, int leads) => (lead % 100) switch
    {
        < 90 => DeliveryState.Delivered,
        < 93 => DeliveryState.Waiting,
        < 94 => DeliveryState.Unconfirmed,
        < 98 => DeliveryState.NeedsAttention,
        98 => DeliveryState.Quarantined,
        _ when lead < leads / 50 => DeliveryState.Discarded,
        _ => DeliveryState.Delivered,
    };

    public static IReadOnlyList<TableRows> Forms(DateTime at) =>
    [
        new("forms", "id, slug, published_version, draft, last_draft", [[1, "contact", 1, 0, 0]]),
        new("form_versions", "form_id, number, created_at, published_by, definition", [[1, 1, at, "", StarterForms.All[0].Definition.ToJson()]]),
    ];

    public static object?[] LeadOf(int lead, Guid id, DateTime received) =>
    [
        id, ReceiptOf(lead), 1, 1, Guid.NewGuid().ToString("N"), received, "Page", null, EmailOf(lead),
        $$"""{"properties":{"email":"{{EmailOf(lead)}}","firstName":"Some","company":"Scale"},"customFields":[]}""",
        "", 0,
    ];

    public static object?[] DeliveryOf(int lead, Guid id, DeliveryState state, int priority, DateTime? due, int attempts, int failures) =>
        DeliveryOf(EmailOf(lead), id, state, priority, due, attempts, failures);

    public static object?[] DeliveryOf(
        string email, Guid id, DeliveryState state, int priority, DateTime? due, int attempts, int failures, bool isOwnContact = false) =>
        [id, (int)state, priority, due, attempts, failures, email, 0L, 0, 0, isOwnContact, false, 0, 0, 1, "Page"];

    private static DateTime Received(int lead, int leads, DateTime now) => now - History + (History * ((double)lead / leads));

    private IEnumerable<object?[]> Deliveries()
    {
        for (var i = 0; i < leads; i++)
        {
            var (state, at) = (StateOf(i, leads), Received(i, leads, now));
            var delivered = state == DeliveryState.Delivered;
            var due = state is DeliveryState.Waiting or DeliveryState.Unconfirmed ? (DateTime?)at.AddMinutes(1) : null;
            yield return
            [
                .. DeliveryOf(i, ids[i], state, due is null ? 0 : i % 2, due, AttemptsOfEach, delivered ? 0 : AttemptsOfEach),
                delivered ? at.AddMinutes(1) : null, delivered ? i : null, delivered ? ContactJson : null,
                delivered ? null : Reason, (int)Cause.Created, state == DeliveryState.NeedsAttention ? GroupOf(i) : null,
            ];
        }
    }

    private IEnumerable<object?[]> Attempts()
    {
        for (var i = 0; i < leads; i++)
            for (var attempt = 1; attempt <= AttemptsOfEach; attempt++)
                yield return Attempt(i, Received(i, leads, now).AddSeconds(attempt), isLast: attempt == AttemptsOfEach);
        for (var i = 0; i < LastHour; i++)
            yield return Attempt(i % leads, now - (TimeSpan.FromHours(1) * ((double)i / LastHour)), isLast: false);
    }

    private object?[] Attempt(int lead, DateTime at, bool isLast) =>
    [
        Guid.CreateVersion7(at), ids[lead], isLast ? 0 : 1, at, at, at, 1, (int)(isLast ? Outcome.Accepted : Outcome.Unknown),
        (int)(isLast ? Cause.Created : Cause.NoAnswer), isLast ? 201 : null, isLast ? null : Reason, 0,
    ];
}
