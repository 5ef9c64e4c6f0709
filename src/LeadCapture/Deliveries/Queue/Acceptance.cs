using LeadCapture.Leads;

namespace LeadCapture.Deliveries.Queue;

/// A lead to be stored. Answered with the lead that is stored now: this one, or an earlier one with the same submission id.
internal sealed class Acceptance(Lead lead, Func<Lead, Delivery> begin)
{
    public Lead Lead => lead;

    /// A new one for each try to store it: an attempt may be begun with it.
    public Delivery NewDelivery()
    {
        var delivery = begin(lead);
        State = delivery.State;
        return delivery;
    }

    /// As its way begins.
    public DeliveryState State { get; private set; }

    /// Where its insert, and that of the attempt begun with it, stand in the counts of the batch.
    public int Place { get; set; }
    public int? AttemptPlace { get; set; }
    public TaskCompletionSource<AcceptedLead> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
