using LeadCapture.Data;
using LeadCapture.ReplyIo;
using LeadCapture.Settings;

namespace LeadCapture.Deliveries;

/// Takes deliveries on a lease, as far as slots, gate and budget allow. No lock outlives the transaction: a worker that dies only
/// lets its leases run out.
public sealed class Claiming(ReplyOptions options, ReplyIoAccount account)
{
    /// Nothing due: look again after this time all the same, because another node may have put something there.
    private static readonly TimeSpan Patrol = TimeSpan.FromSeconds(5);

    /// For what surrounds a call: the way to it and the record of it. A program that was held up for longer is looked after,
    /// because its lease runs out and the lead is looked up before it is sent again.
    private readonly TimeSpan slack = options.AttemptTimeout / 3 > LeastSlack ? options.AttemptTimeout / 3 : LeastSlack;
    private static readonly TimeSpan LeastSlack = TimeSpan.FromSeconds(1);
    private volatile bool gateWasClean;
    private volatile bool wasLimited = true;

    /// As this node saw it last.
    public bool GateWasClean => gateWasClean;
    public bool WasLimited => wasLimited;

    public bool Limits(Gate gate) => Share.Of(gate, options).IsLimited;

    /// Whether new leads may be begun without a look at the gate: it was clean and without a limit, and their insert makes sure
    /// that it still is.
    public bool GoesPastGate(Batch batch) => gateWasClean && !wasLimited && account.Ready && batch is
    {
        Slots: > 0, CatchUp: false, Looks.Count: 0, Acceptances.Count: > 0,
    };

    /// What holds where the gate says nothing else.
    public Share Configured { get; } = Share.Of(options);

    /// It has changed since.
    public void LookAtGate() => gateWasClean = false;

    /// Nobody has looked at the gate where no slot is free, and where new leads go past it.
    public async ValueTask<Allowance> Allow(Session session, Batch batch, Gate? gate, DateTime now)
    {
        if (gate is null)
            return batch.Slots > 0 && account.Current is { } open
                ? new(batch.Slots, batch.Slots, Budget.Unlimited, gate, now + Patrol) { Connection = open }
                : Allowance.None(batch.Slots, now + Patrol);
        gate.Pass(now);
        gateWasClean = gate.IsClean;
        var (share, connection) = (Share.Of(gate, options), account.Current);
        wasLimited = share.IsLimited;
        var attempts = connection is null ? 0 : Math.Min(batch.Slots, gate.Allows(now));
        if (attempts == 0)
            return Allowance.None(batch.Slots, Earlier(gate.Until, now));
        var budget = await Budget.Read(session, share, now);
        return new(Math.Min(attempts, budget.Left), batch.Slots, budget, gate, Earlier(budget.FreeAt, now))
        {
            Connection = connection,
        };
    }

    /// Null where the allowance is used up.
    public Claimed? Begin(Delivery delivery, Allowance allowance, DateTime now)
    {
        var calls = CallsOf(delivery, allowance.Connection?.Version);
        if (!allowance.Take(calls))
            return null;
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
        allowance.Begun(delivery.DueAt!.Value);
        return new(delivery, delivery.Lead!, attempt, allowance.Connection!);
    }

    /// What is due besides the new leads of this batch.
    public async ValueTask<Claims> Claim(Session session, Batch batch, Allowance allowance, DateTime now)
    {
        if (batch.Looks.Count == 0 && !batch.CatchUp)
            return new([], Cut: batch.Acceptances.Count > 0 && allowance.SlotsUsedUp, allowance.LookAgain);
        if (allowance.Attempts == 0)
            return new([], Cut: allowance.SlotsUsedUp, allowance.LookAgain);
        return await Lease(session, allowance, now);
    }

    private async ValueTask<Claims> Lease(Session session, Allowance allowance, DateTime now)
    {
        var wanted = allowance.Attempts;
        var due = await session.Query(
            $"SELECT {DeliveryRow.Columns}, {LeadRow.Columns} FROM ({session.DueSql}) AS due JOIN leads AS l ON l.id = due.lead_id",
            row => DeliveryRow.Of(session, row, LeadRow.Of(session, row, DeliveryRow.ColumnCount)), now, wanted);
        List<Claimed> claimed = [];
        foreach (var delivery in due)
        {
            var lost = delivery.AttemptId;
            if (Begin(delivery, allowance, now) is not { } begun)
                return new(claimed, Cut: false, Earlier(allowance.BudgetFreeAt, now));
            if (lost is { } attempt)
                AttemptRow.Lose(session, attempt, now);
            DeliveryRow.Begin(session, delivery);
            AttemptRow.Begin(session, begun.Attempt);
            claimed.Add(begun);
        }
        return claimed.Count == wanted
            ? new(claimed, Cut: true, now + Patrol)
            : new(claimed, Cut: false, Earlier(await NextDue(session), now));
    }

    /// The leases just taken are written first: they are not due.
    private static async ValueTask<DateTime?> NextDue(Session session)
    {
        await session.Flush();
        return await DeliveryRow.NextDue(session);
    }

    /// The most that one attempt may need: v3 reads sequences and lists after the contact; a look-up asks by email, then by LinkedIn URL.
    private static int CallsOf(Delivery delivery, ApiVersion? version) =>
        (delivery.NextKind == AttemptKind.LookUp ? 2 : 1) + (version == ApiVersion.V3 ? 2 : 0);

    private static DateTime Earlier(DateTime? due, DateTime now) => due < now + Patrol ? due.Value : now + Patrol;
}
