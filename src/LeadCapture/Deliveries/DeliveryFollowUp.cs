using LeadCapture.Deliveries.Queue;
using LeadCapture.Forms;
using LeadCapture.ReplyIo;

namespace LeadCapture.Deliveries;

/// What goes on once Reply.io has the contact: lists, the sequence, and what people decide about both.
public sealed partial class Delivery
{
    private const int MostReadings = 3;

    private FollowUp? followUp;

    /// The attempt under way has brought what its step is for.
    internal bool IsStepDone { get; private set; }

    /// Null: nothing follows, or the contact is not there yet.
    public FollowUp? FollowUp
    {
        get => followUp ??= FollowUp.Parse(FollowUpJson);
        private set => (followUp, FollowUpJson) = (value, value?.ToJson());
    }

    /// Reply.io has the contact, whatever else is still to be done with it.
    public bool HasContact => State == DeliveryState.Delivered || Step != DeliveryStep.Contact;

    /// The contact is there, and in no sequence yet: a person may still change or cancel what follows.
    public bool MayChangeFollowUp => FollowUp is { IsPlanned: true } && HasContact && State != DeliveryState.Discarded;

    /// The contact is there, and no sequence is planned for it or running because of this lead.
    public bool MayEnroll => State == DeliveryState.Delivered && ContactId is not null
        && FollowUp is null or { Enrollment: not (EnrollmentState.Enrolled or EnrollmentState.EnrolledBefore) };

    /// It was this lead that enrolled the contact.
    public bool MayUnenroll => State == DeliveryState.Delivered && FollowUp is { Enrollment: EnrollmentState.Enrolled };

    /// Ordered by a person, who waits for it: at once.
    public void EnrollNow(DateTime now)
    {
        FollowUp = FollowUp!.Ordered(now);
        Follow(now);
        Line(now, now);
    }

    public void ChangeSequence(int sequence, DateTime now)
    {
        FollowUp = FollowUp! with { SequenceId = sequence, StartStepId = null };
        Follow(now);
        Postpone(now);
    }

    /// Whatever is planned and not done is left undone.
    public void CancelFollowUp(DateTime now)
    {
        FollowUp = FollowUp! with { Enrollment = EnrollmentState.Canceled, ListIds = [] };
        Follow(now);
    }

    /// Ordered for a contact that is there.
    public void Enroll(int sequence, int answersVersion, DateTime now)
    {
        FollowUp = (FollowUp ?? new() { AnswersVersion = answersVersion }).Ordered(now) with
        {
            SequenceId = sequence,
            StartStepId = null,
            Enrollment = EnrollmentState.Planned,
        };
        Follow(now);
        Priority = DeliveryPriority.Resubmission;
    }

    public void Unenroll(DateTime now)
    {
        FollowUp = FollowUp! with { Enrollment = EnrollmentState.Removing };
        Follow(now);
        Priority = DeliveryPriority.Resubmission;
    }

    /// Where the answers are others than those of the contact: the contact first, then what is still to follow.
    public void BeginAgainIfCorrected(int answersVersion)
    {
        if (FollowUp?.AnswersVersion != answersVersion)
            (Step, UnresolvedSince, UnresolvedVersion) = (DeliveryStep.Contact, null, null);
    }

    /// On to the next step, or to the end.
    private void Follow(DateTime now)
    {
        FollowUp = FollowUp?.PutRight(now);
        Step = FollowUp?.NextStep ?? DeliveryStep.Contact;
        (State, DueAt) = Step switch
        {
            DeliveryStep.Contact => (DeliveryState.Delivered, (DateTime?)null),
            DeliveryStep.Sequence when FollowUp!.EnrollAt > now => (DeliveryState.Waiting, FollowUp.EnrollAt),
            _ => (DeliveryState.Waiting, now),
        };
        // Nobody waits for the page any more.
        if (Step != DeliveryStep.Contact && Priority == DeliveryPriority.New)
            Priority = DeliveryPriority.Retry;
        (Failures, WaitedMilliseconds, LostCreates, EmptyLookUps) = (0, 0, 0, 0);
        (UnresolvedSince, UnresolvedVersion) = (null, null);
        (Reason, Problems, FailureKey, IsRestored) = (null, null, null, false);
    }

    private void RecordList(Recording recording, DateTime now, RetrySchedule schedule)
    {
        if (recording.Result.Cause != ReplyIo.Cause.Listed)
            RecordStepMishap(recording.Result, now, schedule);
        else
            Done(FollowUp!.AfterList(), now);
    }

    private void RecordEnrollment(Recording recording, DateTime now, RetrySchedule schedule)
    {
        switch (recording.Result.Cause)
        {
            case ReplyIo.Cause.Enrolled:
                Done(FollowUp!.AfterEnrollment(EnrollmentState.Enrolled, now), now);
                return;
            case ReplyIo.Cause.AlreadyEnrolled:
                Done(FollowUp!.AfterEnrollment(EnrollmentState.EnrolledBefore, now), now);
                return;
            case ReplyIo.Cause.Found:
                ContactJson = recording.Result.ContactJson;
                Done(FollowUp!.AfterEnrollment(EnrollmentState.InOtherSequence, now) with { IsStale = false }, now);
                return;
            case ReplyIo.Cause.Rejected when IsOptOut(recording.Result.Code):
                Done(FollowUp!.AfterEnrollment(EnrollmentState.OptedOut, now), now);
                return;
            default:
                RecordStepMishap(recording.Result, now, schedule);
                return;
        }
    }

    private static bool IsOptOut(string? code) => code?.Contains("optedOut", StringComparison.OrdinalIgnoreCase) == true
        || code?.Contains("optOut", StringComparison.OrdinalIgnoreCase) == true;

    private void RecordRemoval(Recording recording, DateTime now, RetrySchedule schedule)
    {
        if (recording.Result.Cause != ReplyIo.Cause.Unenrolled)
            RecordStepMishap(recording.Result, now, schedule);
        else
            Done(FollowUp! with { Enrollment = EnrollmentState.Removed, IsStale = true }, now);
    }

    /// What was asked for is refused, not done, or nobody knows.
    private void RecordStepMishap(ReplyIoResult answer, DateTime now, RetrySchedule schedule)
    {
        if (answer.Cause != ReplyIo.Cause.Rejected)
        {
            RecordMishap(answer, now, schedule);
            return;
        }
        NothingCame();
        HandOver(GroupOfStep(answer.Reason), answer.Reason, []);
    }

    /// After a lost answer: whether the contact is where it was to go. And at the end: where it is now.
    private void RecordMemberships(Recording recording, DateTime now, RetrySchedule schedule)
    {
        var answer = recording.Result;
        var contact = answer.Contact?.Id == ContactId ? answer.Contact : null;
        switch (answer.Cause)
        {
            case ReplyIo.Cause.Found when contact is not null && Step == DeliveryStep.ReadBack:
                Read(answer, now);
                return;
            case ReplyIo.Cause.Found when contact is not null && IsWhereItGoes(contact):
                ContactJson = answer.ContactJson;
                Done(AfterStep(contact, answer.ClockOffset, now), now);
                return;
            case ReplyIo.Cause.RateLimited or ReplyIo.Cause.KeyRefused or ReplyIo.Cause.ChannelFault:
                Await(State, answer.Reason, now);
                return;
            // What was done is done: how it looks now is not worth many tries.
            case var cause when Step == DeliveryStep.ReadBack && (!MayPass(cause) || Failures >= MostReadings):
                Done(FollowUp! with { IsStale = false }, now);
                return;
            case ReplyIo.Cause.Found or ReplyIo.Cause.NotFound when ++EmptyLookUps < 2:
                Await(State, answer.Reason, now, schedule.UnconfirmedWait);
                return;
            case ReplyIo.Cause.Found or ReplyIo.Cause.NotFound when LostCreates < MostLostCreates:
                Await(DeliveryState.Waiting, answer.Reason, now);
                return;
            case ReplyIo.Cause.Found or ReplyIo.Cause.NotFound:
                HandOver(GroupOfStep(FailureGroup.Unanswered), "Reply.io has the contact, but did not respond to what follows. "
                    + "Check the contact there, then resubmit.", []);
                return;
            case ReplyIo.Cause.LookUpNotOffered or ReplyIo.Cause.Rejected:
                HandOver(GroupOfStep(FailureGroup.NoLookUp), "The response was lost, and Reply.io offers no lookup for it: "
                    + "check the contact there before you resubmit.", []);
                return;
            default:
                TryLater(answer, now, schedule);
                return;
        }
    }

    private string GroupOfStep(string reason) => FailureGroup.OfStep(Step, reason, SubmittedAnswers.Parse(Lead!.AnswersJson));

    /// Another try may bring an answer.
    private static bool MayPass(Cause cause) => cause is ReplyIo.Cause.NotReached or ReplyIo.Cause.NoAnswer or ReplyIo.Cause.ServerError;

    private void Read(ReplyIoResult answer, DateTime now)
    {
        ContactJson = answer.ContactJson;
        Done(FollowUp! with { IsStale = false }, now);
    }

    /// Also where it was there before: it need not go there again.
    private bool IsWhereItGoes(Contact contact) => Step switch
    {
        DeliveryStep.Lists => contact.Lists?.Any(list => list.ListId == FollowUp!.ListIds[0]) == true,
        DeliveryStep.Sequence => contact.Sequences?.Any(IsPlannedOne) == true,
        DeliveryStep.Removal => contact.Sequences?.Any(IsPlannedOne) == false,
        _ => true,
    };

    private bool IsPlannedOne(SequenceMembership membership) => membership.SequenceId == FollowUp!.SequenceId;

    private FollowUp AfterStep(Contact contact, TimeSpan? clockOffset, DateTime now) => Step switch
    {
        DeliveryStep.Lists => FollowUp!.AfterList() with { IsStale = false },
        DeliveryStep.Sequence => FollowUp!.AfterEnrollment(
            IsSince(contact.Sequences!.First(IsPlannedOne), clockOffset) ? EnrollmentState.Enrolled : EnrollmentState.EnrolledBefore, now)
            with
        { IsStale = false },
        _ => FollowUp! with { Enrollment = EnrollmentState.Removed, IsStale = false },
    };

    /// Where it is not known when it was added, the attempt under way did it.
    private bool IsSince(SequenceMembership membership, TimeSpan? clockOffset) => membership.AddingDate?.Moment is not { } added
        || UnresolvedSince is not { } since
        || added >= new DateTimeOffset(since, TimeSpan.Zero) + (clockOffset ?? TimeSpan.Zero) - TimeSpan.FromSeconds(1);

    private void Done(FollowUp after, DateTime now)
    {
        (FollowUp, IsStepDone) = (after, true);
        Follow(now);
    }
}
