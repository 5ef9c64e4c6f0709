using LeadCapture.Deliveries;

namespace LeadCapture.Admin.Runs;

/// What is done to many leads. Fix corrects by a rule and sends, Correct only corrects; Import corrects by the lines of a file and
/// sends what needs attention, ImportOnly only corrects; Undo takes the versions of such a run back;
/// NewLeads makes leads of the lines of a file; Enroll puts contacts that are there in a sequence, and Unenroll takes out those that
/// their leads have put there. The numbers are stored.
public enum RunOrder
{
    Resubmit = 0,
    Discard = 1,
    Restore = 2,
    Release = 3,
    Fix = 4,
    Correct = 5,
    Undo = 6,
    Import = 7,
    ImportOnly = 8,
    NewLeads = 9,
    Enroll = 10,
    Unenroll = 11,
}

public static class RunOrders
{
    /// It sends, so that a few go first.
    public static bool Sends(this RunOrder order) => order.SendsAll() || order == RunOrder.Import || order.Follows();

    /// It is about what follows a contact that is there.
    public static bool Follows(this RunOrder order) => order is RunOrder.Enroll or RunOrder.Unenroll;

    /// Whatever it has done something to is on its way then.
    public static bool SendsAll(this RunOrder order) => order is RunOrder.Resubmit or RunOrder.Release or RunOrder.Fix || order.TakesIn();

    /// It makes versions, which can be taken back.
    public static bool Corrects(this RunOrder order) => order is RunOrder.Fix or RunOrder.Correct || order.Imports();

    /// Its leads, and what they say then, come from a file.
    public static bool Imports(this RunOrder order) => order is RunOrder.Import or RunOrder.ImportOnly;

    /// Its leads are not there before.
    public static bool TakesIn(this RunOrder order) => order == RunOrder.NewLeads;

    /// Agreed: also what was delivered.
    public static bool Fits(this RunOrder order, DeliveryState state, bool agreed) => order switch
    {
        RunOrder.Discard => state is not (DeliveryState.Delivered or DeliveryState.Discarded),
        RunOrder.Restore => state == DeliveryState.Discarded,
        RunOrder.Release => state == DeliveryState.Quarantined,
        RunOrder.Fix or RunOrder.Correct => state == DeliveryState.NeedsAttention,
        RunOrder.Import or RunOrder.ImportOnly => state != DeliveryState.Discarded,
        RunOrder.Undo => true,
        RunOrder.Enroll or RunOrder.Unenroll => state == DeliveryState.Delivered,
        _ => state is DeliveryState.NeedsAttention or DeliveryState.Waiting or DeliveryState.Unconfirmed
            || (agreed && state == DeliveryState.Delivered),
    };

    /// What makes sense for leads in this state, chosen from their list; null: for leads in any state. What follows a contact has its
    /// place in the list of those that are delivered.
    public static IEnumerable<RunOrder> For(DeliveryState? state) => Picked
        .Where(order => state is { } known ? order.Fits(known, agreed: true) : !order.Follows())
        .OrderByDescending(order => order == RunOrder.Release);

    public static IReadOnlyList<RunOrder> Picked { get; } =
        [RunOrder.Resubmit, RunOrder.Discard, RunOrder.Restore, RunOrder.Release, RunOrder.Enroll, RunOrder.Unenroll];
}
