using LeadCapture.ReplyIo;

namespace LeadCapture.Deliveries.Queue;

/// How much may begin now: as many attempts as there are slots and as the gate lets through, as many calls as the budget has left.
internal sealed class SendAllowance
{
    private readonly Budget budget;
    private readonly Gate? gate;
    private readonly bool limitedBySlots;
    private bool refused;

    public SendAllowance(int attempts, int slots, Budget budget, Gate? gate, DateTime lookAgain)
    {
        (Attempts, LookAgain, this.budget, this.gate) = (attempts, lookAgain, budget, gate);
        limitedBySlots = attempts == slots;
    }

    public int Attempts { get; private set; }

    /// Where what begins now goes: its calls are counted by this version. Null where nothing may begin.
    public ReplyIoConnection? Connection { get; init; }

    /// When something may be allowed that is not now.
    public DateTime LookAgain { get; }

    /// Nothing more may begin, and only for want of slots.
    public bool SlotsUsedUp => Attempts == 0 && limitedBySlots;

    /// Something would have begun if there had been one more slot.
    public bool WaitsForSlot => SlotsUsedUp && refused;

    /// Nobody has looked at the gate: whatever is begun makes sure by itself that it is clean.
    public bool PastGate => gate is null;

    public DateTime? BudgetFreeAt => budget.FreeAt;

    public static SendAllowance None(int slots, DateTime lookAgain) => new(0, slots, Budget.Unlimited, null, lookAgain);

    public bool Take(int calls)
    {
        refused |= Attempts == 0;
        if (Attempts == 0 || !budget.Take(calls))
            return false;
        Attempts--;
        return true;
    }

    /// While sending is paused, what begins is the probe.
    public void Begun(DateTime leaseEnd)
    {
        if (gate is { Probing: true })
            gate.Probe(leaseEnd);
    }
}
