using LeadCapture.Leads;

namespace LeadCapture.Deliveries.Queue;

/// A lead to be stored. Answered with the lead that is stored now: this one, or an earlier one with the same submission id.
internal sealed class Acceptance(Lead lead)
{
    public Lead Lead => lead;

    /// Where its insert, and that of the attempt begun with it, stand in the counts of the batch.
    public int Place { get; set; }
    public int? AttemptPlace { get; set; }
    public TaskCompletionSource<AcceptedLead> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
