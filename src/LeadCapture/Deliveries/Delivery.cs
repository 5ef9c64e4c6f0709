using LeadCapture.Forms;
using LeadCapture.Leads;
using LeadCapture.ReplyIo;

namespace LeadCapture.Deliveries;

/// A lead's way to Reply.io: where it stands, and what people decide. What attempts do to it stands in its other parts.
public sealed partial class Delivery
{
    /// Longer than a look for what is due takes.
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    public required Guid LeadId { get; init; }
    public Lead? Lead { get; init; }

    /// Those of its lead, which never change: the index of states answers for them, too.
    public int FormId { get; private init; }
    public string Channel { get; private init; } = "";

    public DeliveryState State { get; private set; } = DeliveryState.Waiting;
    public DeliveryPriority Priority { get; private set; }
    public DeliveryStep Step { get; private set; }

    /// What it does with a contact that is there already.
    public ExistingContact ExistingContact { get; private set; }

    /// When to act next; null: nothing to do. While an attempt is under way it is the end of the worker's lease.
    public DateTime? DueAt { get; private set; }

    /// The attempt under way. Still set when the lease has run out: its worker died, so the contact may or may not exist.
    public Guid? AttemptId { get; private set; }

    public int Attempts { get; private set; }

    /// Failed tries since the last success or resubmission; the wait grows with it.
    public int Failures { get; private set; }

    /// The sum of the waits that were ordered since the last success or resubmission: no clock that was set wrong ends the tries.
    public long WaitedMilliseconds { get; private set; }

    /// Since when it is not known whether Reply.io has it: the start of the first create without an answer; null: it is known.
    public DateTime? UnresolvedSince { get; private set; }

    /// The version of the answers that this create sent.
    public int? UnresolvedVersion { get; private set; }

    /// Creates without an answer since the last success or resubmission.
    public int LostCreates { get; private set; }

    /// Look-ups since the last create that found nothing, or not these answers: the first one proves nothing.
    public int EmptyLookUps { get; private set; }

    /// Out of a restored backup: it may have been sent since, and a later lead of the person may have changed the contact again.
    public bool IsRestored { get; private set; }

    public DateTime? DeliveredAt { get; private set; }
    public int? ContactId { get; private set; }
    public string? ContactJson { get; private set; }

    /// By its adding time the contact is what this lead made. Only such a one is shown to a visitor.
    public bool IsOwnContact { get; private set; }

    /// What Reply.io knew of the person when the contact was made sure of; null: nobody looked.
    public bool? WasKnown { get; private set; }

    /// What follows after the contact, as JSON; null: nothing, or it is not known yet. See FollowUp.
    public string? FollowUpJson { get; private set; }

    /// Whose it is, as far as leads of the same person wait for each other: address in lower case, handle of the profile.
    public string? Email { get; private set; }
    public string? LinkedIn { get; private set; }

    /// Why it is not delivered, in plain words.
    public string? Reason { get; private set; }

    /// Reply.io's complaints by field, as JSON; only while a person is needed.
    public string? Problems { get; private set; }

    /// The signs of spam that it was quarantined for, as JSON; null: it never was.
    public string? SpamSigns { get; private set; }

    public Cause? Cause { get; private set; }

    /// Exactly while a person is needed: see FailureGroup.
    public string? FailureKey { get; private set; }

    public bool IsSettled => DueAt is null;

    /// Sent before, and never clearly refused since: the contact may exist.
    public bool MayBeThere => UnresolvedSince is not null
        || (Attempts > 0 && Step is DeliveryStep.Contact && Cause is not (ReplyIo.Cause.Rejected or ReplyIo.Cause.LookUpNotOffered));

    public bool MayResubmit => State is not (DeliveryState.Quarantined or DeliveryState.Discarded);

    public bool MayDiscard => State is not (DeliveryState.Delivered or DeliveryState.Discarded);

    /// As it stands in the store. Only what the way to Reply.io needs.
    internal static Delivery Stored(
        Lead lead, (DeliveryState State, DeliveryPriority Priority, DateTime? DueAt, Guid? AttemptId, int Attempts) standing,
        (int Failures, long Waited) failed, (DateTime? Since, int? Version, int LostCreates, int EmptyLookUps) unresolved,
        (string? Email, string? LinkedIn) person, bool isRestored,
        (DeliveryStep Step, ExistingContact Existing, bool? WasKnown, int? ContactId, string? ContactJson, string? FollowUp) following) => new()
        {
            LeadId = lead.Id,
            Lead = lead,
            FormId = lead.FormId,
            Channel = lead.Channel,
            State = standing.State,
            Priority = standing.Priority,
            DueAt = standing.DueAt,
            AttemptId = standing.AttemptId,
            Attempts = standing.Attempts,
            Failures = failed.Failures,
            WaitedMilliseconds = failed.Waited,
            UnresolvedSince = unresolved.Since,
            UnresolvedVersion = unresolved.Version,
            LostCreates = unresolved.LostCreates,
            EmptyLookUps = unresolved.EmptyLookUps,
            Email = person.Email,
            LinkedIn = person.LinkedIn,
            IsRestored = isRestored,
            Step = following.Step,
            ExistingContact = following.Existing,
            WasKnown = following.WasKnown,
            ContactId = following.ContactId,
            ContactJson = following.ContactJson,
            FollowUpJson = following.FollowUp,
        };

    public static Delivery Of(Lead lead, ExistingContact existing = ExistingContact.Create) => new()
    {
        ExistingContact = existing,
        LeadId = lead.Id,
        Lead = lead,
        FormId = lead.FormId,
        Channel = lead.Channel,
        Priority = lead.IsImported ? DeliveryPriority.Resubmission : DeliveryPriority.New,
        DueAt = lead.ReceivedAt,
        Email = lead.Email,
        LinkedIn = lead.LinkedIn,
    };

    /// A person decides before it is sent: what it says is not what its form takes.
    public static Delivery Held(
        Lead lead, ExistingContact existing, string reason, IReadOnlyList<Problem> problems, SubmittedAnswers answers)
    {
        var delivery = Of(lead, existing);
        (delivery.State, delivery.DueAt, delivery.Reason) = (DeliveryState.NeedsAttention, null, reason);
        delivery.Problems = ProblemsJson.Write(problems);
        delivery.FailureKey = FailureGroup.Of(problems, reason, answers, []);
        return delivery;
    }

    /// Suspected spam: a person decides before it is sent. Neither a call nor a place in line is spent on it.
    public static Delivery Quarantined(Lead lead, ExistingContact existing, string signs)
    {
        var delivery = Of(lead, existing);
        (delivery.State, delivery.DueAt, delivery.SpamSigns) = (DeliveryState.Quarantined, null, signs);
        return delivery;
    }

    /// Behind the leads that come in now: nobody is waiting for it any more.
    public static Delivery Late(Lead lead, ExistingContact existing)
    {
        var delivery = Of(lead, existing);
        delivery.Priority = DeliveryPriority.Retry;
        return delivery;
    }

    /// It goes out as soon as it comes in, where it may.
    public bool GoesAtOnce => State == DeliveryState.Waiting && Priority == DeliveryPriority.New;

    /// A fresh start, ordered by a person. What may be there already is looked up first; from: not before that.
    public void Resubmit(DateTime now, DateTime from)
    {
        if (WasKnown is null && FailureKey == FailureGroup.NoLookUp)
            ExistingContact = ExistingContact.Create;
        State = MayBeThere ? DeliveryState.Unconfirmed : DeliveryState.Waiting;
        (Failures, WaitedMilliseconds, LostCreates, EmptyLookUps) = (0, 0, 0, 0);
        (Reason, Problems, FailureKey, IsRestored) = (null, null, null, false);
        Line(now, from);
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
        (DeliveryState.NeedsAttention, "Restored after it was discarded. Resubmit it, or discard it again.",
            FailureGroup.Restored);

    /// Its correction is undone: what a person has had sent, and is not with Reply.io yet, is not sent as it is now. What stands in
    /// line by itself goes on.
    public void TakeBack()
    {
        var waits = State is DeliveryState.Waiting or DeliveryState.Unconfirmed;
        if (State != DeliveryState.NeedsAttention && !(waits && Priority == DeliveryPriority.Resubmission))
            return;
        (State, DueAt, Problems, FailureKey) = (DeliveryState.NeedsAttention, null, null, FailureGroup.Undone);
        Reason = "Its correction was undone. Correct, resubmit, or discard it.";
    }

    /// It is no spam.
    public void Release(DateTime now)
    {
        (State, Reason) = (DeliveryState.Waiting, null);
        Line(now, now);
    }

    /// Corrected: from its next attempt on it is about this person.
    public void IsAbout(string? email, string? linkedIn) => (Email, LinkedIn) = (email, linkedIn);

    /// The complaints about fields that a person has changed since are over.
    public void Keep(IReadOnlyList<Problem> problems, SubmittedAnswers answers, IReadOnlyList<string> keys)
    {
        Problems = problems.Count == 0 ? null : ProblemsJson.Write(problems);
        if (State == DeliveryState.NeedsAttention)
            FailureKey = problems.Count == 0 ? FailureGroup.Corrected : FailureGroup.Of(problems, "", answers, keys);
    }

    /// Behind the leads that come in by themselves; what stood in line keeps its place there.
    private void Line(DateTime now, DateTime from)
    {
        if (DueAt is null)
            (Priority, DueAt) = (DeliveryPriority.Resubmission, from);
        else
            DueAt = from > now + Moment ? from : now + Moment;
    }
}

/// The numbers are stored.
public enum DeliveryState
{
    Waiting = 0,
    Unconfirmed = 1,
    Delivered = 2,
    NeedsAttention = 3,
    Quarantined = 4,
    Discarded = 5,
}

/// New leads go first: somebody may be waiting for the page. The numbers are stored.
public enum DeliveryPriority
{
    New = 0,
    Retry = 1,
    Resubmission = 2,
}
