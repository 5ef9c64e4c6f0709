using LeadCapture.ReplyIo;

namespace LeadCapture.Deliveries.Queue;

/// What an attempt came to. Answered with false where the lease had run out and somebody else has taken the delivery over.
/// Contact: what was sent, or would be sent now. Plan: what follows once the contact is there; null: nothing does.
internal sealed class Recording(Claimed claimed, ReplyIoResult answer, NewContact contact, FollowUpPlan? plan)
{
    /// Where nothing of Reply.io's own words can be stored.
    private const string Unstorable = "Reply.io's response has characters that the database cannot store.";

    private bool applied;

    public Claimed Claimed => claimed;
    public ReplyIoResult Result { get; private set; } = answer;
    public NewContact Contact => contact;

    public FollowUp? FollowUpOf(Contact there, bool isOwn, DateTime now) => plan?.Invoke(there, isOwn, now);

    /// An answer that finds the gate open and leaves it so needs no look at it.
    public bool MayTurnGate => Result is not { Outcome: Outcome.Accepted, RetryAfter: null };

    /// What comes next depends on whether others get through.
    public bool AsksForOthers => !applied && claimed.Attempt.Kind == AttemptKind.LookUp
        && claimed.Delivery is { IsLosingPatience: true, UnresolvedSince: not null, Step: DeliveryStep.Contact };

    /// Where its update stands in the counts of the batch.
    public int Place { get; set; }

    /// What a person may have to look into: kept where it was sent and is not delivered.
    public string? Request => claimed.Attempt.Kind.SendsContact() ? contact.ToJson() : null;

    public TaskCompletionSource<bool> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// Already without what Reply.io wrote.
    public bool IsPlain { get; private set; }

    /// While the way to Reply.io is at fault, what something on it may have said is not Reply.io's word.
    public void Hear(Gate? gate)
    {
        if (gate?.Reason == GateReason.ChannelFault && Result.MayBeChannelFault)
            Result = Result.OfChannel();
    }

    /// Once, however often it is written: a batch that failed is written again, one by one.
    public void Apply(DateTime now, RetrySchedule schedule, bool others)
    {
        if (!applied)
            claimed.Delivery.Record(this, now, schedule, others);
        applied = true;
    }

    /// It failed alone, and not for want of the store: what Reply.io wrote cannot be stored.
    public void DropForeignText()
    {
        IsPlain = true;
        Result = Result with { Reason = Unstorable, ResponseBody = null, Problems = [] };
        claimed.Delivery.DropForeignText(Unstorable);
    }
}
