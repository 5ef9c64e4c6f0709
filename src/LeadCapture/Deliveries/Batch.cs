using LeadCapture.Data;
using LeadCapture.Leads;
using LeadCapture.ReplyIo;

namespace LeadCapture.Deliveries;

/// What is written together: new leads, the outcomes of attempts, and the claim of what is to be sent next.
public sealed class Batch
{
    public List<Acceptance> Acceptances { get; } = [];
    public List<Recording> Recordings { get; } = [];

    /// Those who asked what is due now; each is told when to look again.
    public List<TaskCompletionSource<DateTime>> Looks { get; } = [];

    /// How many deliveries may be claimed: the calls that this node has free.
    public int Slots { get; set; }

    /// More was due than there were slots for: what waits there goes before what comes in.
    public bool CatchUp { get; set; }

    /// Measured since before anything of it was claimed.
    public MachineClock.Stopped Began { get; set; }

    public int Count => Acceptances.Count + Recordings.Count + Looks.Count;

    /// The last lead that this batch has brought into the store.
    public Guid? LastNew => Acceptances
        .FindLast(acceptance => acceptance.Done.Task is { IsCompletedSuccessfully: true, Result.IsNew: true })?.Lead.Id;

    public bool IsEmpty => Count == 0;

    public IEnumerable<Batch> Singly() =>
    [
        .. Acceptances.Select(acceptance => new Batch { Acceptances = { acceptance } }),
        .. Recordings.Select(recording => new Batch { Recordings = { recording } }),
        .. Looks.Select(look => new Batch { Looks = { look } }),
    ];

    public void Fail(Exception fault)
    {
        foreach (var acceptance in Acceptances)
            acceptance.Done.TrySetException(fault);
        foreach (var recording in Recordings)
            recording.Done.TrySetException(fault);
        foreach (var look in Looks)
            look.TrySetException(fault);
    }
}

/// A lead to be stored. Answered with the lead that is stored now: this one, or an earlier one with the same submission id.
public sealed class Acceptance(Lead lead)
{
    public Lead Lead => lead;

    /// Where its insert, and that of the attempt begun with it, stand in the counts of the batch.
    public int Place { get; set; }
    public int? AttemptPlace { get; set; }
    public TaskCompletionSource<AcceptedLead> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// UnderWay: word from Reply.io may be here in a moment. Not so while sending is paused or the budget is used up.
public sealed record AcceptedLead(
    Guid LeadId, string Receipt, string AnswersHash, DateTime ReceivedAt, DeliveryState State, bool IsNew, bool UnderWay)
{
    /// It was sent with other answers under a key that stands for one call alone.
    public bool Differs { get; init; }

    public static AcceptedLead New(Lead lead, bool underWay) =>
        new(lead.Id, lead.Receipt, lead.AnswersHash, lead.ReceivedAt, DeliveryState.Waiting, IsNew: true, underWay);
}

/// What an attempt came to. Answered with false where the lease had run out and somebody else has taken the delivery over.
/// Contact: what was sent, or would be sent now.
public sealed class Recording(Claimed claimed, Answer answer, NewContact contact)
{
    /// Where nothing of Reply.io's own words can be stored.
    private const string Unstorable = "Reply.io's response has characters that the database cannot store.";

    private bool applied;

    public Claimed Claimed => claimed;
    public Answer Answer { get; private set; } = answer;
    public NewContact Contact => contact;
    public bool IsCreate => claimed.Attempt.Kind == AttemptKind.Create;

    /// An answer that finds the gate open and leaves it so needs no look at it.
    public bool MayTurnGate => Answer is not { Outcome: Outcome.Accepted, RetryAfter: null };

    /// What comes next depends on whether others get through.
    public bool AsksForOthers => !applied && !IsCreate && claimed.Delivery is { IsLosingPatience: true, UnresolvedSince: not null };

    /// Where its update stands in the counts of the batch.
    public int Place { get; set; }

    /// What a person may have to look into: kept where it was sent and is not delivered.
    public string? Request => IsCreate ? contact.ToJson() : null;
    public TaskCompletionSource<bool> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// Already without what Reply.io wrote.
    public bool IsPlain { get; private set; }

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
        Answer = Answer with { Reason = Unstorable, ResponseBody = null, Problems = [] };
        claimed.Delivery.DropForeignText(Unstorable);
    }
}

/// A delivery on a lease, with its lead, the attempt that has begun and where that goes.
public sealed record Claimed(Delivery Delivery, Lead Lead, Attempt Attempt, ReplyIoConnection Connection, Lease Lease);

/// What a batch claimed; Cut says that more is due than there were slots for. LookAgain: when something may be due next.
public sealed record Claims(IReadOnlyList<Claimed> Deliveries, bool Cut, DateTime LookAgain, GateTurn GateTurn = default)
{
    /// Where the inserts of their attempts stand in the counts of the batch.
    public IReadOnlyList<int> Places { get; init; } = [];

    /// Without those that another lead of the same person goes before.
    public IEnumerable<Claimed> Begun(IReadOnlyList<int> counts) => Deliveries.Where((_, place) => counts[Places[place]] == 1);

    public Guid? LastAttempt => Deliveries.Count > 0 ? Deliveries[^1].Attempt.Id : null;
}
