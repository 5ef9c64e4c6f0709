using LeadCapture.Data;
using LeadCapture.Leads;
using LeadCapture.ReplyIo;
using LeadCapture.Settings;

namespace LeadCapture.Deliveries.Queue;

/// Takes deliveries on a lease, as far as slots, gate and budget allow. No lock outlives the transaction: a worker that dies only
/// lets its leases run out.
internal sealed class DeliveryClaimer(ReplyOptions options, ReplyIoAccount account, RetrySchedule schedule)
{
    /// Nothing due: look again after this time all the same, because another node may have put something there.
    private static readonly TimeSpan Patrol = TimeSpan.FromSeconds(5);

    /// For what surrounds a call: the way to it and the record of it. A program that was held up for longer is looked after,
    /// because its lease runs out and the lead is looked up before it is sent again.
    private readonly TimeSpan slack = options.AttemptTimeout / 3 > LeastSlack ? options.AttemptTimeout / 3 : LeastSlack;
    private static readonly TimeSpan LeastSlack = TimeSpan.FromSeconds(2);

    /// No lease is longer, with either version.
    public TimeSpan LongestLease => (options.AttemptTimeout * MostCalls) + slack + slack;

    private volatile bool gateWasClean;
    private volatile bool wasLimited = true;

    /// As this node saw it last.
    public bool GateWasClean => gateWasClean;
    public bool WasLimited => wasLimited;

    public bool Limits(Gate gate) => BudgetLimits.Of(gate, options).IsLimited;

    /// Whether new leads may be begun without a look at the gate: it was clean and without a limit, and their insert makes sure
    /// that it still is.
    public bool GoesPastGate(Batch batch) => gateWasClean && !wasLimited && account.Ready && batch is
    {
        Slots: > 0, CatchUp: false, Looks.Count: 0, Acceptances.Count: > 0,
    };

    /// What holds where the gate says nothing else.
    public BudgetLimits Configured { get; } = BudgetLimits.Of(options);

    /// It has changed since.
    public void LookAtGate() => gateWasClean = false;

    /// Nobody has looked at the gate where no slot is free, and where new leads go past it.
    public async ValueTask<SendAllowance> Allow(SqlTransaction transaction, Batch batch, Gate? gate, DateTime now)
    {
        if (gate is null)
            return batch.Slots > 0 && account.Current is { } open
                ? new(batch.Slots, batch.Slots, Budget.Unlimited, gate, now + Patrol) { Connection = open }
                : SendAllowance.None(batch.Slots, now + Patrol);
        gate.Pass(now, LongestLease);
        gateWasClean = gate.IsClean;
        var (limits, connection) = (BudgetLimits.Of(gate, options), account.Current);
        wasLimited = limits.IsLimited;
        var attempts = connection is null ? 0 : Math.Min(batch.Slots, gate.Allows(now));
        if (attempts == 0)
            return SendAllowance.None(batch.Slots, Earlier(gate.Until, now));
        var budget = await Budget.Read(transaction, limits, now);
        return new(Math.Min(attempts, budget.Left), batch.Slots, budget, gate, Earlier(budget.FreeAt, now))
        {
            Connection = connection,
        };
    }

    /// Null where the allowance is used up.
    public Claimed? Begin(Delivery delivery, SendAllowance allowance, Batch batch, DateTime now)
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
            AnswersVersion = delivery.Lead!.AnswersVersion,
        };
        var lease = new Lease(batch.Began, longest + slack + slack, longest);
        delivery.Begin(attempt, now + lease.Length);
        allowance.Begun(delivery.DueAt!.Value);
        return new(delivery, delivery.Lead, attempt, allowance.Connection!, lease);
    }

    /// What is due besides the new leads of this batch.
    public async ValueTask<Claims> Claim(SqlTransaction transaction, Batch batch, SendAllowance allowance, DateTime now)
    {
        if (batch.Looks.Count == 0 && !batch.CatchUp)
            return new([], Cut: allowance.WaitsForSlot, allowance.LookAgain);
        if (allowance.Attempts == 0)
            return new([], Cut: allowance.SlotsUsedUp, allowance.LookAgain);
        return await TakeDue(transaction, allowance, batch, now);
    }

    private async ValueTask<Claims> TakeDue(SqlTransaction transaction, SendAllowance allowance, Batch batch, DateTime now)
    {
        var wanted = allowance.Attempts;
        var due = await transaction.Query(
            $"SELECT {LeadRow.Columns}, {DeliveryRow.Columns} FROM ({transaction.DueSql}) AS due JOIN leads AS l ON l.id = due.lead_id",
            row => Due(new(transaction, row)), now, wanted);
        transaction.Lock(PersonInLine.KeysOf(due));
        List<Claimed> claimed = [];
        List<int> places = [];
        foreach (var delivery in due.Where(delivery => IsStillDue(transaction, delivery, now)))
        {
            if (Begin(delivery, allowance, batch, now) is not { } begun)
                return new(claimed, Cut: false, Earlier(allowance.BudgetFreeAt, now)) { Places = places };
            DeliveryRow.Begin(transaction, delivery, PersonInLine.NextLook(delivery.Lead!.ReceivedAt, now));
            places.Add(AttemptRow.Begin(transaction, begun.Attempt));
            claimed.Add(begun);
        }
        return due.Count == wanted
            ? new(claimed, Cut: true, now + Patrol) { Places = places }
            : new(claimed, Cut: false, Earlier(await NextDue(transaction), now)) { Places = places };
    }

    private static Delivery Due(SqlCells cells)
    {
        var lead = LeadRow.Read(cells);
        return DeliveryRow.Read(cells, lead);
    }

    /// Where its worker died during a create, it is looked up, and not before Reply.io must be done with it.
    private bool IsStillDue(SqlTransaction transaction, Delivery delivery, DateTime now)
    {
        if (delivery.AttemptId is not { } lost)
            return true;
        AttemptRow.Lose(transaction, lost, now);
        delivery.Lose(schedule);
        DeliveryRow.Lose(transaction, delivery);
        return delivery.DueAt <= now;
    }

    /// The leases just taken are written first: they are not due.
    private static async ValueTask<DateTime?> NextDue(SqlTransaction transaction)
    {
        await transaction.Flush();
        return await DeliveryRow.NextDue(transaction);
    }

    /// The most that one attempt may need: a look-up reads pages, and v3 reads sequences and lists after the contact.
    private static int CallsOf(Delivery delivery, ApiVersion? version)
    {
        var kind = delivery.NextKind;
        var answersContact = kind.IsQuestion() || kind.SendsContact();
        var calls = kind.IsQuestion() ? ReplyIoClient.MostPages : 1;
        // A contact that moves is read first.
        if (kind == AttemptKind.Enroll && delivery.FollowUp!.Order.RemoveFromExisting)
            (calls, answersContact) = (calls + ReplyIoClient.MostPages, true);
        return calls + (version == ApiVersion.V3 && answersContact ? CallsAfterContact : 0);
    }

    private const int CallsAfterContact = 2;
    private const int MostCalls = ReplyIoClient.MostPages + 1 + CallsAfterContact;

    private static DateTime Earlier(DateTime? due, DateTime now) => due < now + Patrol ? due.Value : now + Patrol;
}
