using LeadCapture.Deliveries;

namespace LeadCapture.Admin.Runs;

/// How a lead stands that a run has sent.
public sealed record RunStanding(
    Guid LeadId, DeliveryState State, DeliveryStep Step, DateTime? DueAt, bool IsHeld, string? FollowUpJson)
{
    private FollowUp? FollowUp => FollowUp.Parse(FollowUpJson);

    /// What became of it; null: not known yet. Where a person has decided otherwise meanwhile, the run did nothing.
    public RunLeadState? Result(RunOrder order, DateTime now) => State switch
    {
        DeliveryState.NeedsAttention => RunLeadState.Failed,
        _ when order.Follows() => ResultOf(order),
        DeliveryState.Delivered => RunLeadState.Done,
        _ when DueAt is null => RunLeadState.Skipped,
        _ => WaitsForItsTime(now) ? RunLeadState.Done : null,
    };

    private RunLeadState? ResultOf(RunOrder order) => (order, FollowUp?.Enrollment) switch
    {
        (RunOrder.Enroll, EnrollmentState.Enrolled or EnrollmentState.EnrolledBefore) => RunLeadState.Done,
        (RunOrder.Enroll, EnrollmentState.Planned) or (RunOrder.Unenroll, EnrollmentState.Removing) when DueAt is not null => null,
        (RunOrder.Unenroll, EnrollmentState.Removed) => RunLeadState.Done,
        _ => RunLeadState.Skipped,
    };

    /// The contact is there, and people may still change what follows.
    private bool WaitsForItsTime(DateTime now) => !IsHeld && Step == DeliveryStep.Sequence && State == DeliveryState.Waiting
        && FollowUp?.EnrollAt > now;
}
