using LeadCapture.Admin.Failures;
using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Leads;
using LeadCapture.Submissions.Spam;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Runs;

/// What a run does to one lead that no worker holds, and what has come of it. Changed is saved by the caller.
public sealed class RunActs(LeadDb db, FixApplier fixing, Resubmission resubmission, SpamLists senders, TimeProvider clock)
{
    public async Task<RunLeadState> Do(Run run, RunLead lead, Delivery delivery)
    {
        if (!run.Order.Fits(delivery.State, run.Agreed) || IsNews(run, delivery) || !await Prepare(run, lead, delivery))
            return RunLeadState.Skipped;
        var now = clock.GetUtcNow().UtcDateTime;
        switch (run.Order)
        {
            case RunOrder.Import when delivery.State != DeliveryState.NeedsAttention:
                return RunLeadState.Done;
            case RunOrder.Resubmit or RunOrder.Fix or RunOrder.Import:
                await resubmission.Order(delivery);
                return RunLeadState.UnderWay;
            case RunOrder.Enroll:
                delivery.Enroll(run.SequenceId!.Value, await VersionOf(delivery), now);
                return RunLeadState.UnderWay;
            case RunOrder.Unenroll:
                delivery.Unenroll(now);
                return RunLeadState.UnderWay;
            case RunOrder.Release:
                delivery.Release(now);
                await senders.Learn(db, delivery.Email, now);
                return RunLeadState.UnderWay;
            case RunOrder.Discard:
                delivery.Discard(run.Reason);
                return RunLeadState.Done;
            case RunOrder.Restore:
                delivery.Restore();
                return RunLeadState.Done;
            default:
                return RunLeadState.Done;
        }
    }

    private async Task<bool> Prepare(Run run, RunLead lead, Delivery delivery) => run.Order switch
    {
        RunOrder.Fix or RunOrder.Correct => await fixing.Apply(run, delivery),
        RunOrder.Import or RunOrder.ImportOnly => await fixing.Write(run, lead, delivery),
        RunOrder.Undo => await fixing.TakeBack(run, delivery),
        RunOrder.Enroll => delivery.MayEnroll,
        RunOrder.Unenroll => delivery.MayUnenroll && IsOfUndone(run, delivery),
        _ => true,
    };

    /// What has come after the run that is undone stays.
    private static bool IsOfUndone(Run run, Delivery delivery) => run.OfRun is null || delivery.FollowUp!.SequenceId == run.SequenceId;

    /// Of the answers that its contact has.
    private async Task<int> VersionOf(Delivery delivery) => delivery.FollowUp?.AnswersVersion
        ?? await db.Leads.Where(lead => lead.Id == delivery.LeadId).Select(lead => lead.AnswersVersion).SingleAsync();

    /// Delivered after the run was ordered: that is not what somebody wanted to repeat, and it says there what it said before. The
    /// same where the contact is there and only waits to be enrolled.
    private static bool IsNews(Run run, Delivery delivery) => (run.Order == RunOrder.Resubmit || run.Order.Imports())
        && ((delivery.State == DeliveryState.Delivered && delivery.DeliveredAt > run.OrderedAt)
            || (delivery.State == DeliveryState.Waiting && delivery.HasContact));
}
