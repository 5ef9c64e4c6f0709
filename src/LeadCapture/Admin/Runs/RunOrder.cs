using LeadCapture.Deliveries;

namespace LeadCapture.Admin.Runs;

/// What is done to many leads.
public enum RunOrder { Resubmit, Discard, Restore, Release }

public static class RunOrders
{
    public static string Words(this RunOrder order) => order switch
    {
        RunOrder.Discard => "Discard",
        RunOrder.Restore => "Restore",
        RunOrder.Release => "Release",
        _ => "Resubmit",
    };

    /// It sends, so that a few go first.
    public static bool Sends(this RunOrder order) => order is RunOrder.Resubmit or RunOrder.Release;

    /// Agreed: also what was delivered.
    public static bool Fits(this RunOrder order, DeliveryState state, bool agreed) => order switch
    {
        RunOrder.Discard => state is not (DeliveryState.Delivered or DeliveryState.Discarded),
        RunOrder.Restore => state == DeliveryState.Discarded,
        RunOrder.Release => state == DeliveryState.Quarantined,
        _ => state is DeliveryState.NeedsAttention or DeliveryState.Waiting or DeliveryState.Unconfirmed
            || (agreed && state == DeliveryState.Delivered),
    };

    /// What makes sense for leads in this state; null: for leads in any state.
    public static IEnumerable<RunOrder> For(DeliveryState? state) => Enum.GetValues<RunOrder>()
        .Where(order => state is not { } known || order.Fits(known, agreed: true))
        .OrderByDescending(order => order == RunOrder.Release);
}
