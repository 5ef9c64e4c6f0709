using LeadCapture.Deliveries;
using static LeadCapture.Admin.Leads.LeadText;

namespace LeadCapture.Admin.Leads;

/// Leads whose contact is there, by what has not followed it. Each has one state, so that the index of states leads to it.
public enum LeadStep { NotListed, NotEnrolled, ToBeEnrolled }

public static class LeadStepWords
{
    public static DeliveryState State(this LeadStep step) =>
        step == LeadStep.ToBeEnrolled ? DeliveryState.Waiting : DeliveryState.NeedsAttention;

    public static DeliveryStep OfDelivery(this LeadStep step) =>
        step == LeadStep.NotListed ? DeliveryStep.Lists : DeliveryStep.Sequence;

    public static string Words(this LeadStep step) => step switch
    {
        LeadStep.NotListed => T["Not on its list"],
        LeadStep.NotEnrolled => T["Not enrolled"],
        _ => T["Waiting to be enrolled"],
    };
}
