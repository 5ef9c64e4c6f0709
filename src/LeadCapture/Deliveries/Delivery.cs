using LeadCapture.Leads;
using LeadCapture.ReplyIo;

namespace LeadCapture.Deliveries;

/// A lead's way to Reply.io.
public sealed class Delivery
{
    /// How long the program tries by itself; after that a person decides.
    public static readonly TimeSpan AutomaticTries = TimeSpan.FromHours(72);

    /// Longer than a look for what is due takes.
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    public required Guid LeadId { get; init; }
    public Lead? Lead { get; init; }
    public DeliveryState State { get; private set; } = DeliveryState.Waiting;
    public DeliveryPriority Priority { get; private set; }

    /// When to act next; null: nothing to do. While an attempt is under way it is the end of the worker's lease.
    public DateTime? DueAt { get; private set; }

    /// The attempt under way. Still set when the lease has run out: its worker died, so the contact may or may not exist.
    public Guid? AttemptId { get; private set; }

    public int Attempts { get; private set; }

    /// Failed tries since the last success or resubmission; the wait grows with it.
    public int Failures { get; private set; }

    /// First attempt of this delivery or resubmission.
    public DateTime? TryingSince { get; private set; }

    public DateTime? DeliveredAt { get; private set; }
    public int? ContactId { get; private set; }
    public string? ContactJson { get; private set; }

    /// Why it is not delivered, in plain words.
    public string? Reason { get; private set; }

    /// Reply.io's complaints by field, as JSON; only while a person is needed.
    public string? Problems { get; private set; }

    public Cause? Cause { get; private set; }

    /// Exactly while a person is needed: see FailureGroup.
    public string? FailureKey { get; private set; }

    public bool IsSettled => DueAt is null;

    /// Sent before, and never clearly refused since: the contact may exist.
    public bool MayBeThere => Attempts > 0 && Cause is not (ReplyIo.Cause.Rejected or ReplyIo.Cause.LookUpNotOffered);

    public bool MayResubmit => State is not (DeliveryState.Quarantined or DeliveryState.Discarded);

    public bool MayDiscard => State is not (DeliveryState.Delivered or DeliveryState.Discarded);

    /// As it stands in the store. Only what the way to Reply.io needs.
    internal static Delivery Stored(
        Lead lead, DeliveryState state, DeliveryPriority priority, DateTime? dueAt, Guid? attemptId, int attempts, int failures, DateTime? since) =>
        new()
        {
            LeadId = lead.Id,
            Lead = lead,
            State = state,
            Priority = priority,
            DueAt = dueAt,
            AttemptId = attemptId,
            Attempts = attempts,
            Failures = failures,
            TryingSince = since,
        };

    public static Delivery Of(Lead lead) => new() { LeadId = lead.Id, Lead = lead, DueAt = lead.ReceivedAt };

    /// What the next attempt has to do: a lead that may already be there is looked up before anything is repeated.
    public AttemptKind NextKind => State == DeliveryState.Unconfirmed || AttemptId is not null ? AttemptKind.LookUp : AttemptKind.Create;

    public void Begin(Attempt attempt, DateTime leaseEnd)
    {
        State = attempt.Kind == AttemptKind.LookUp ? DeliveryState.Unconfirmed : DeliveryState.Waiting;
        AttemptId = attempt.Id;
        DueAt = leaseEnd;
        Attempts++;
        TryingSince ??= attempt.StartedAt;
    }

    /// Sent: the contact that Reply.io complains about, if it was sent.
    public void Record(Answer answer, NewContact? sent, DateTime now, RetrySchedule schedule)
    {
        (AttemptId, FailureKey) = (null, null);
        Cause = answer.Cause;
        switch (answer.Cause)
        {
            case ReplyIo.Cause.Created or ReplyIo.Cause.Found:
                Deliver(answer, now);
                break;
            case ReplyIo.Cause.Rejected:
                HandOver(GroupOf(answer, sent), answer.Reason, answer.Problems);
                break;
            // The lead is not at fault: it stays first in line, the gate decides when to go on, and the time until then does not count.
            case ReplyIo.Cause.RateLimited or ReplyIo.Cause.KeyRefused:
                TryingSince = null;
                Await(State, answer.Reason, now);
                break;
            case ReplyIo.Cause.NotFound:
                Await(DeliveryState.Waiting, answer.Reason, now);
                break;
            case ReplyIo.Cause.LookUpNotOffered when Lead?.Email is not null:
                Await(DeliveryState.Waiting, answer.Reason, now);
                break;
            case ReplyIo.Cause.LookUpNotOffered:
                HandOver(FailureGroup.NoLookUp, "The answer was lost, and Reply.io offers no look-up without an email address: "
                    + "check there whether the contact exists before you send it again.", []);
                break;
            case var _ when now - TryingSince >= AutomaticTries:
                HandOver(FailureGroup.TriesOver, "The automatic tries are over. Last answer: " + answer.Reason, []);
                break;
            case ReplyIo.Cause.NotReached:
                Failures++;
                Await(State, answer.Reason, now + schedule.After(Failures));
                break;
            // Sent, and the answer was lost: the contact may exist by now.
            default:
                Failures++;
                Await(DeliveryState.Unconfirmed, answer.Reason, now + schedule.After(Failures));
                break;
        }
    }

    /// A fresh start, ordered by a person. What may be there already is looked up first.
    public void Resubmit(DateTime now)
    {
        State = MayBeThere ? DeliveryState.Unconfirmed : DeliveryState.Waiting;
        (Failures, TryingSince, Reason, Problems, FailureKey) = (0, null, null, null, null);
        Line(now);
    }

    /// It waits already, and is not to be sent by a look under way, which has read the answers of before.
    public void Postpone(DateTime now)
    {
        if (DueAt < now + Moment)
            DueAt = now + Moment;
    }

    public void Discard(string reason) => (State, DueAt, Reason, FailureKey) = (DeliveryState.Discarded, null, reason, null);

    /// A person decides again.
    public void Restore() => (State, Reason, FailureKey) =
        (DeliveryState.NeedsAttention, "It was discarded and restored. Send it, or discard it again.", FailureGroup.Restored);

    /// Its correction is undone: what a person has had sent, and is not with Reply.io yet, is not sent as it is now. What stands in
    /// line by itself goes on.
    public void TakeBack()
    {
        var waits = State is DeliveryState.Waiting or DeliveryState.Unconfirmed;
        if (State != DeliveryState.NeedsAttention && !(waits && Priority == DeliveryPriority.Resubmission))
            return;
        (State, DueAt, Problems, FailureKey) = (DeliveryState.NeedsAttention, null, null, FailureGroup.Undone);
        Reason = "Its correction was undone. Correct it, send it again, or discard it.";
    }

    /// It is no spam.
    public void Release(DateTime now)
    {
        (State, Reason) = (DeliveryState.Waiting, null);
        Line(now);
    }

    /// The complaints about fields that a person has changed since are over.
    public void Keep(IReadOnlyList<Problem> problems, Answers answers, IReadOnlyList<string> keys)
    {
        Problems = problems.Count == 0 ? null : ProblemsJson.Write(problems);
        if (State == DeliveryState.NeedsAttention)
            FailureKey = problems.Count == 0 ? FailureGroup.Corrected : FailureGroup.Of(problems, "", answers, keys);
    }

    /// Behind the leads that come in by themselves; what stood in line keeps its place there.
    private void Line(DateTime now)
    {
        if (DueAt is null)
            (Priority, DueAt) = (DeliveryPriority.Resubmission, now);
        else
            DueAt = now + Moment;
    }

    private void Deliver(Answer answer, DateTime now)
    {
        (State, DueAt, DeliveredAt, Failures) = (DeliveryState.Delivered, null, now, 0);
        (ContactId, ContactJson) = (answer.Contact!.Id, answer.ContactJson);
        (Reason, Problems) = (null, null);
    }

    private string GroupOf(Answer answer, NewContact? sent) => FailureGroup.Of(
        answer.Problems, answer.Reason, Answers.Parse(Lead!.Answers),
        [.. (sent?.CustomFields ?? []).Select(field => field.Key)]);

    private void HandOver(string group, string reason, IReadOnlyList<Problem> problems)
    {
        (State, DueAt, Reason, FailureKey) = (DeliveryState.NeedsAttention, null, reason, group);
        Problems = problems.Count == 0 ? null : ProblemsJson.Write(problems);
    }

    private void Await(DeliveryState state, string reason, DateTime due)
    {
        (State, Reason, DueAt) = (state, reason, due);
        if (Priority == DeliveryPriority.New && Failures > 0)
            Priority = DeliveryPriority.Retry;
    }
}

public enum DeliveryState { Waiting, Unconfirmed, Delivered, NeedsAttention, Quarantined, Discarded }

/// New leads go first: somebody may be waiting for the page.
public enum DeliveryPriority { New, Retry, Resubmission }
