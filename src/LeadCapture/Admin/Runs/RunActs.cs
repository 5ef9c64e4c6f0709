using LeadCapture.Deliveries;

namespace LeadCapture.Admin.Runs;

/// What a run does to one lead that no worker holds, and what has come of it. Changed is saved by the caller.
public sealed class RunActs(TimeProvider clock)
{
    public RunLeadState Do(Run run, Delivery delivery)
    {
        if (!run.Order.Fits(delivery.State, run.Agreed) || IsNews(run, delivery))
            return RunLeadState.Skipped;
        var now = clock.GetUtcNow().UtcDateTime;
        switch (run.Order)
        {
            case RunOrder.Resubmit:
                delivery.Resubmit(now);
                return RunLeadState.UnderWay;
            case RunOrder.Release:
                delivery.Release(now);
                return RunLeadState.UnderWay;
            case RunOrder.Discard:
                delivery.Discard(run.Reason);
                return RunLeadState.Done;
            default:
                delivery.Restore();
                return RunLeadState.Done;
        }
    }

    /// Delivered after the run was ordered: that is not what somebody wanted to repeat.
    private static bool IsNews(Run run, Delivery delivery) =>
        delivery.State == DeliveryState.Delivered && delivery.DeliveredAt > run.OrderedAt;
}
