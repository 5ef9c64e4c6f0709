using LeadCapture.Deliveries.Queue;
using LeadCapture.Forms;
using LeadCapture.ReplyIo;

namespace LeadCapture.Deliveries;

/// What attempts do to a delivery.
public sealed partial class Delivery
{
    /// How long the program tries by itself; after that a person decides.
    public static readonly TimeSpan AutomaticTries = TimeSpan.FromHours(72);

    /// After so many creates without an answer a person decides, where others get through.
    public const int MostLostCreates = 3;

    /// The contacts of other leads of the person.
    private IReadOnlySet<int> contactsOfOthers = new HashSet<int>();

    /// What was not known before the attempt under way.
    private (DateTime? Since, int? Version) before;

    /// What the next attempt has to do: what may be there already is looked up before anything is repeated.
    public AttemptKind NextKind => State == DeliveryState.Unconfirmed ? AttemptKind.LookUp : Step switch
    {
        DeliveryStep.Lists => AttemptKind.AddToList,
        DeliveryStep.Sequence => AttemptKind.Enroll,
        DeliveryStep.ReadBack => AttemptKind.LookUp,
        DeliveryStep.Removal => AttemptKind.Unenroll,
        _ => NextKindOfContact,
    };

    private AttemptKind NextKindOfContact => (ExistingContact, WasKnown) switch
    {
        (ExistingContact.Create, _) => AttemptKind.Create,
        (_, null) => AttemptKind.Find,
        (ExistingContact.Update, _) when ContactId is not null => AttemptKind.Update,
        (_, true) => AttemptKind.Find,
        _ => AttemptKind.Create,
    };

    public bool IsLosingPatience => LostCreates >= MostLostCreates;

    public void Begin(Attempt attempt, DateTime leaseEnd)
    {
        (AttemptId, DueAt) = (attempt.Id, leaseEnd);
        Attempts++;
        IsStepDone = false;
        before = (UnresolvedSince, UnresolvedVersion);
        if (!attempt.Kind.IsQuestion() && UnresolvedSince is null)
            (UnresolvedSince, UnresolvedVersion) = (attempt.StartedAt, attempt.AnswersVersion);
    }

    /// Its worker died during an attempt, at the latest when its lease ended.
    public void Lose(RetrySchedule schedule)
    {
        AttemptId = null;
        if (NextKind.IsQuestion())
            return;
        LoseCreate();
        (State, DueAt) = (DeliveryState.Unconfirmed, DueAt + schedule.UnconfirmedWait);
    }

    /// Others: whether others get through while this one does not.
    internal void Record(Recording recording, DateTime now, RetrySchedule schedule, bool others)
    {
        var answer = recording.Result;
        (AttemptId, FailureKey, Cause) = (null, null, answer.Cause);
        switch (recording.Claimed.Attempt.Kind)
        {
            case AttemptKind.Create or AttemptKind.Update:
                RecordContact(recording, now, schedule);
                return;
            case AttemptKind.Find:
                RecordFind(recording, now, schedule);
                return;
            case AttemptKind.AddToList:
                RecordList(recording, now, schedule);
                return;
            case AttemptKind.Enroll:
                RecordEnrollment(recording, now, schedule);
                return;
            case AttemptKind.Unenroll:
                RecordRemoval(recording, now, schedule);
                return;
            case AttemptKind.LookUp when Step != DeliveryStep.Contact:
                RecordMemberships(recording, now, schedule);
                return;
            default:
                RecordLookUp(recording, now, schedule, others);
                return;
        }
    }

    private void RecordContact(Recording recording, DateTime now, RetrySchedule schedule)
    {
        var answer = recording.Result;
        switch (answer.Cause)
        {
            case ReplyIo.Cause.Created or ReplyIo.Cause.Updated:
                Deliver(recording, now);
                return;
            // The contact that was to be changed is gone.
            case ReplyIo.Cause.Rejected when recording.Claimed.Attempt.Kind == AttemptKind.Update && answer.Status == 404:
                NothingCame();
                (ContactId, ContactJson, WasKnown) = (null, null, false);
                Await(State, answer.Reason, now);
                return;
            case ReplyIo.Cause.Rejected:
                NothingCame();
                HandOver(GroupOf(answer, recording.Contact), answer.Reason, answer.Problems);
                return;
            case ReplyIo.Cause.ChannelFault:
                NothingCame();
                WaitBehindOthers(MustBeLookedUp ? DeliveryState.Unconfirmed : State, answer.Reason, now);
                return;
            default:
                RecordMishap(answer, now, schedule);
                return;
        }
    }

    /// What was sent is not done, and not refused either; or nobody knows.
    private void RecordMishap(ReplyIoResult answer, DateTime now, RetrySchedule schedule)
    {
        switch (answer.Cause)
        {
            // The lead is not at fault: it stays first in line, and the gate decides when to go on.
            case ReplyIo.Cause.RateLimited or ReplyIo.Cause.KeyRefused or ReplyIo.Cause.NotSent or ReplyIo.Cause.ChannelFault:
                NothingCame();
                Await(State, answer.Reason, now);
                return;
            case ReplyIo.Cause.NotReached:
                NothingCame();
                TryLater(answer, now, schedule);
                return;
            // Sent, and the answer was lost: it may have been done by now, or in a while.
            default:
                LoseCreate();
                Failures++;
                Await(DeliveryState.Unconfirmed, answer.Reason, now, schedule.AfterLostAnswer(Failures));
                return;
        }
    }

    /// Before the contact is sent.
    private void RecordFind(Recording recording, DateTime now, RetrySchedule schedule)
    {
        var answer = recording.Result;
        switch (answer.Cause)
        {
            case ReplyIo.Cause.Found when ExistingContact == ExistingContact.Leave:
                WasKnown = true;
                Deliver(recording, now);
                return;
            case ReplyIo.Cause.Found:
                (WasKnown, ContactId, ContactJson) = (true, answer.Contact!.Id, answer.ContactJson);
                Await(State, answer.Reason, now);
                return;
            case ReplyIo.Cause.NotFound:
                WasKnown = false;
                Await(State, answer.Reason, now);
                return;
            case ReplyIo.Cause.LookUpNotOffered:
                HandOver(FailureGroup.NoLookUp, "Reply.io offers no lookup, so it is not known whether it has this person already. "
                    + "Resubmit to send the contact all the same.", []);
                return;
            default:
                RecordNoAnswer(recording, now, schedule);
                return;
        }
    }

    private void RecordLookUp(Recording recording, DateTime now, RetrySchedule schedule, bool others)
    {
        var answer = recording.Result;
        switch (answer.Cause)
        {
            case ReplyIo.Cause.Found when IsOurs(recording):
                Deliver(recording, now);
                return;
            // What was sent has arrived, and was corrected since.
            case ReplyIo.Cause.Found when IsAddedByUs(answer.Contact!, answer.ClockOffset):
                SendAgain(answer, now, others);
                return;
            // Not there, or not with these answers: one look proves nothing, Reply.io may still be at work with it.
            case ReplyIo.Cause.Found or ReplyIo.Cause.NotFound when ++EmptyLookUps < 2:
                Await(State, answer.Reason, now, schedule.UnconfirmedWait);
                return;
            case ReplyIo.Cause.Found or ReplyIo.Cause.NotFound:
                SendAgain(answer, now, others);
                return;
            case ReplyIo.Cause.LookUpNotOffered when Lead!.Email is not null && LostCreates < 2:
                Await(DeliveryState.Waiting, answer.Reason, now);
                return;
            case ReplyIo.Cause.LookUpNotOffered:
                HandOver(FailureGroup.NoLookUp, "The response was lost, and Reply.io offers no lookup for it: "
                    + "check there whether the contact exists before you resubmit.", []);
                return;
            default:
                RecordNoAnswer(recording, now, schedule);
                return;
        }
    }

    /// A question about the contact, and nothing follows from what came back.
    private void RecordNoAnswer(Recording recording, DateTime now, RetrySchedule schedule)
    {
        var answer = recording.Result;
        switch (answer.Cause)
        {
            case ReplyIo.Cause.Rejected:
                HandOver(GroupOf(answer, recording.Contact), answer.Reason, answer.Problems);
                return;
            case ReplyIo.Cause.RateLimited or ReplyIo.Cause.KeyRefused:
                Await(State, answer.Reason, now);
                return;
            case ReplyIo.Cause.ChannelFault:
                WaitBehindOthers(State, answer.Reason, now);
                return;
            default:
                TryLater(answer, now, schedule);
                return;
        }
    }

    /// Should it be the lead's own fault after all, another one tries next whether the way is free.
    private void WaitBehindOthers(DeliveryState state, string reason, DateTime now)
    {
        Priority = DeliveryPriority.Resubmission;
        Await(state, reason, now);
    }

    /// An earlier create is not resolved, and what answered its look-up need not have been Reply.io.
    private bool MustBeLookedUp => UnresolvedSince is not null && EmptyLookUps < 2;

    /// Found says little: the person may have been there before. It is ours where it was added since, or says all that is to be said.
    /// Where the answers were corrected since, one that was added by the earlier ones does not say it.
    private bool IsOurs(Recording recording)
    {
        var added = IsAddedByUs(recording.Result.Contact!, recording.Result.ClockOffset);
        return (added && UnresolvedVersion == Lead!.AnswersVersion)
            || recording.Result.Contact!.Has(recording.Contact, mayLackCustomFields: added);
    }

    /// Adding dates are known to a second: a contact that another lead of the person has just made is not ours for that.
    public void LeaveToOthers(IReadOnlySet<int> contacts) => contactsOfOthers = contacts;

    /// Modified times prove nothing: they have no zone, and colleagues edit.
    public bool IsAddedByUs(Contact contact, TimeSpan? clockOffset) => !contactsOfOthers.Contains(contact.Id)
        && UnresolvedSince is { } since && clockOffset is { } offset && contact.IsAddedSince(new DateTimeOffset(since, TimeSpan.Zero) + offset);

    private void Deliver(Recording recording, DateTime now)
    {
        var answer = recording.Result;
        IsOwnContact |= answer.IsIdentified && IsAddedByUs(answer.Contact!, answer.ClockOffset);
        (ContactId, ContactJson, DeliveredAt, IsStepDone) = (answer.Contact!.Id, answer.ContactJson, now, true);
        if (FollowUp is { } known)
            FollowUp = known with { AnswersVersion = Lead!.AnswersVersion };
        else if (recording.FollowUpOf(answer.Contact, IsOwnContact, now) is { } planned)
            FollowUp = planned;
        Follow(now);
    }

    /// It is not there, or not with these answers.
    private void SendAgain(ReplyIoResult answer, DateTime now, bool others)
    {
        var isKnown = answer.Contact is not null;
        var mayHaveBeenSent = IsRestored && isKnown;
        IsRestored = false;
        var most = others ? MostLostCreates : isKnown ? MostLostCreates + 1 : int.MaxValue;
        if (isKnown)
            (ContactId, ContactJson) = (answer.Contact!.Id, answer.ContactJson);
        if (mayHaveBeenSent)
            HandOver(FailureGroup.FromBackup, "This lead comes from a restored backup and may have been sent before. "
                + "Reply.io has this person with other answers. Compare both, then resubmit or discard.", []);
        else if (LostCreates >= most)
            HandOver(isKnown ? FailureGroup.KnownWithout : FailureGroup.Unanswered, isKnown
                ? "Reply.io has this person, but not these answers, and did not respond when they were sent. Compare both, then resubmit or discard."
                : "Reply.io did not respond to this lead, although it accepts others. Check there whether the contact exists, then resubmit.", []);
        else if (IsOverdue)
            GiveUp(answer);
        else
            Await(DeliveryState.Waiting, answer.Reason, now);
    }

    private void TryLater(ReplyIoResult answer, DateTime now, RetrySchedule schedule)
    {
        if (IsOverdue)
        {
            GiveUp(answer);
            return;
        }
        Failures++;
        Await(State, answer.Reason, now, schedule.After(Failures));
    }

    private bool IsOverdue => WaitedMilliseconds >= AutomaticTries.TotalMilliseconds;

    private void GiveUp(ReplyIoResult answer) =>
        HandOver(FailureGroup.TriesOver, $"Automatic retries ended after 72 hours. Last response: {answer.Reason}", []);

    private void LoseCreate() => (LostCreates, EmptyLookUps) = (LostCreates + 1, 0);

    /// Nothing came of the create under way: what was known before is known again.
    private void NothingCame() => (UnresolvedSince, UnresolvedVersion) = before;

    private string GroupOf(ReplyIoResult answer, NewContact sent) => FailureGroup.Of(
        answer.Problems, answer.Reason, SubmittedAnswers.Parse(Lead!.AnswersJson),
        [.. (sent.CustomFields ?? []).Select(field => field.Key)]);

    private void HandOver(string group, string reason, IReadOnlyList<Problem> problems)
    {
        (State, DueAt, Reason, FailureKey) = (DeliveryState.NeedsAttention, null, reason, group);
        Problems = problems.Count == 0 ? null : ProblemsJson.Write(problems);
    }

    private void Await(DeliveryState state, string reason, DateTime now, TimeSpan wait = default)
    {
        (State, Reason, DueAt) = (state, reason, now + wait);
        WaitedMilliseconds += (long)wait.TotalMilliseconds;
        if (Priority == DeliveryPriority.New && Failures > 0)
            Priority = DeliveryPriority.Retry;
    }

    /// What cannot be stored because of what Reply.io wrote is stored without its words.
    internal void DropForeignText(string reason)
    {
        if (ContactId is { } id && ContactJson is not null)
            ContactJson = $$"""{"id":{{id}}}""";
        if (Reason is not null)
            Reason = reason;
        Problems = null;
    }
}
