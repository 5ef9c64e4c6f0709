using LeadCapture.Leads;

namespace LeadCapture.Deliveries.Queue;

/// UnderWay: word from Reply.io may be here in a moment. Not so while sending is paused or the budget is used up.
public sealed record AcceptedLead(
    Guid LeadId, string Receipt, string AnswersHash, DateTime ReceivedAt, DeliveryState State, bool IsNew, bool UnderWay)
{
    /// It was sent with other answers under a key that stands for one call alone.
    public bool Differs { get; init; }

    public bool IsQuarantined => State == DeliveryState.Quarantined;

    public static AcceptedLead New(Lead lead, DeliveryState state, bool underWay) =>
        new(lead.Id, lead.Receipt, lead.AnswersHash, lead.ReceivedAt, state, IsNew: true, underWay && state == DeliveryState.Waiting);
}
