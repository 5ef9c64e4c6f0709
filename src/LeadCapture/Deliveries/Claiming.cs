using LeadCapture.Data;
using LeadCapture.ReplyIo;
using LeadCapture.Settings;

namespace LeadCapture.Deliveries;

/// Takes due deliveries on a lease, as far as slots, gate and budget allow. No lock outlives the transaction: a worker that dies
/// only lets its leases run out.
public sealed class Claiming(ReplyOptions options, ReplyIoAccount account)
{
    /// Nothing due: look again after this time all the same, because another node may have put something there.
    private static readonly TimeSpan Patrol = TimeSpan.FromSeconds(5);

    /// For what surrounds a call: the way to it and the record of it. A program that was held up for longer is looked after,
    /// because its lease runs out and the lead is looked up before it is sent again.
    private readonly TimeSpan slack = options.AttemptTimeout / 3 > LeastSlack ? options.AttemptTimeout / 3 : LeastSlack;
    private static readonly TimeSpan LeastSlack = TimeSpan.FromSeconds(1);
    private volatile bool gateWasOpen;

    public bool HasBudget { get; } = options.RequestsPerMinute > 0 || options.RequestsPerHour > 0;

    /// As this node saw it last.
    public bool GateWasOpen => gateWasOpen;

    public async ValueTask<Result> Claim(Session session, Batch batch, Gate gate, DateTime now)
    {
        var before = (gate.Reason, gate.Until);
        gateWasOpen = gate.IsOpen;
        var result = batch.Slots == 0
            ? new Result([], Cut: batch.Acceptances.Count + batch.Looks.Count > 0, now + Patrol)
            : await Take(session, batch, gate, now);
        return result with { GateChanged = before != (gate.Reason, gate.Until) };
    }

    private async ValueTask<Result> Take(Session session, Batch batch, Gate gate, DateTime now)
    {
        if (!account.Ready)
            return new([], Cut: false, now + Patrol);
        var allowed = gate.Allows(now);
        if (allowed == 0)
            return new([], Cut: false, Earlier(gate.Until, now));
        var budget = await Budget.Read(session, options, now);
        var wanted = Math.Min(batch.Slots, Math.Min(allowed, budget.Left));
        if (wanted == 0)
            return new([], Cut: false, Earlier(budget.FreeAt, now));
        return await Lease(session, wanted, gate, budget, now);
    }

    private async ValueTask<Result> Lease(Session session, int wanted, Gate gate, Budget budget, DateTime now)
    {
        var due = await session.Query(
            $"SELECT {DeliveryRow.Columns}, {LeadRow.Columns} FROM ({session.DueSql}) AS due JOIN leads AS l ON l.id = due.lead_id",
            row => DeliveryRow.Of(session, row, LeadRow.Of(session, row, DeliveryRow.ColumnCount)), now, wanted);
        List<Claimed> claimed = [];
        foreach (var delivery in due)
        {
            var calls = CallsOf(delivery);
            if (!budget.Take(calls))
                return new(claimed, Cut: false, Earlier(budget.FreeAt, now));
            claimed.Add(Begin(session, delivery, calls, now));
            if (gate.Probing)
                gate.Probe(delivery.DueAt!.Value);
        }
        if (claimed.Count == wanted)
            return new(claimed, Cut: true, now + Patrol);
        return new(claimed, Cut: false, Earlier(await NextDue(session), now));
    }

    private Claimed Begin(Session session, Delivery delivery, int calls, DateTime now)
    {
        if (delivery.AttemptId is { } lost)
            AttemptRow.Lose(session, lost, now);
        var longest = options.AttemptTimeout * calls;
        var attempt = new Attempt
        {
            Id = Guid.CreateVersion7(now),
            LeadId = delivery.LeadId,
            Kind = delivery.NextKind,
            StartedAt = now,
            CountsAt = now + longest + slack,
            Calls = calls,
        };
        delivery.Begin(attempt, now + longest + slack + slack);
        DeliveryRow.Begin(session, delivery);
        AttemptRow.Begin(session, attempt);
        return new(delivery, delivery.Lead!, attempt);
    }

    /// The most that one attempt may need: v3 reads sequences and lists after the contact; a look-up asks by email, then by LinkedIn URL.
    private int CallsOf(Delivery delivery) =>
        (delivery.NextKind == AttemptKind.LookUp ? 2 : 1) + (account.Current?.Version == ApiVersion.V3 ? 2 : 0);

    private static async ValueTask<DateTime?> NextDue(Session session) => (await session.Query(
        """
        SELECT min(due_at) FROM (
            SELECT min(due_at) AS due_at FROM deliveries WHERE priority = 0 AND due_at IS NOT NULL
            UNION ALL SELECT min(due_at) FROM deliveries WHERE priority = 1 AND due_at IS NOT NULL
            UNION ALL SELECT min(due_at) FROM deliveries WHERE priority = 2 AND due_at IS NOT NULL) AS first
        """, row => session.TimeOrNull(row, 0)))[0];

    private static DateTime Earlier(DateTime? due, DateTime now) => due < now + Patrol ? due.Value : now + Patrol;

    public sealed record Result(IReadOnlyList<Claimed> Deliveries, bool Cut, DateTime LookAgain, bool GateChanged = false);
}
