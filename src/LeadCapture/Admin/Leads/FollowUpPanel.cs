using LeadCapture.Catalogue;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using static LeadCapture.Admin.Leads.LeadText;

namespace LeadCapture.Admin.Leads;

/// What follows after the contact, step by step, and what a person may still decide about it.
public sealed record FollowUpPanel(Delivery Delivery, CatalogueState Known)
{
    private const int MostOffered = 500;

    private FollowUp? Plan => Delivery.FollowUp;

    public IReadOnlyList<FollowUpLine> Lines => [.. ContactLine, .. ListLines, .. SequenceLine];

    private IEnumerable<FollowUpLine> ContactLine => Delivery.HasContact || Delivery.WasKnown is not null
        ? [new(Delivery.HasContact ? FollowUpMark.Done : FollowUpMark.Ahead, ContactWords)]
        : [];

    private string ContactWords => (Delivery.WasKnown, Delivery.ExistingContact, Delivery.HasContact) switch
    {
        (_, _, false) => T["Contact not sent yet"],
        (true, ExistingContact.Leave, _) => T["Contact was already in Reply.io and was left as it is"],
        (true, _, _) => T["Contact was already in Reply.io and was updated"],
        (false, _, _) => T["New contact created"],
        _ => T["Contact created"],
    };

    private IEnumerable<FollowUpLine> ListLines => Plan is not { } plan ? [] :
    [
        .. plan.Joined.Select(list => new FollowUpLine(FollowUpMark.Done, T["Added to list “{0}”", NameOfList(list)])),
        .. plan.ListIds.Select((list, place) => new FollowUpLine(
            place == 0 && Delivery is { Step: DeliveryStep.Lists, State: DeliveryState.NeedsAttention } ? FollowUpMark.Failed : FollowUpMark.Ahead,
            T["Not yet on list “{0}”", NameOfList(list)])),
    ];

    private IEnumerable<FollowUpLine> SequenceLine => Plan is { SequenceId: { } sequence } plan ? [SequenceLineOf(plan, NameOf(sequence))] : [];

    private FollowUpLine SequenceLineOf(FollowUp plan, string name) => plan.Enrollment switch
    {
        EnrollmentState.Enrolled => new(FollowUpMark.Done, T["Enrolled in “{0}”", name], plan.EnrolledAt),
        EnrollmentState.EnrolledBefore => new(FollowUpMark.Done, T["Was already enrolled in “{0}”", name]),
        EnrollmentState.OptedOut => new(FollowUpMark.Left, T["Not enrolled in “{0}”: this person has opted out", name]),
        EnrollmentState.InOtherSequence =>
            new(FollowUpMark.Left, T["Not enrolled in “{0}”: another sequence is still running for this contact", name]),
        EnrollmentState.Canceled => new(FollowUpMark.Left, T["Not enrolled in “{0}”: canceled here", name]),
        EnrollmentState.Removing => new(
            Delivery.State == DeliveryState.NeedsAttention ? FollowUpMark.Failed : FollowUpMark.Ahead, T["To be removed from “{0}”", name]),
        EnrollmentState.Removed => new(FollowUpMark.Left, T["Removed from “{0}”", name]),
        _ when Delivery is { Step: DeliveryStep.Sequence, State: DeliveryState.NeedsAttention } =>
            new(FollowUpMark.Failed, T["Not enrolled in “{0}”", name]),
        _ => new(FollowUpMark.Ahead, T["Will be enrolled in “{0}”", name], plan.EnrollAt),
    };

    public bool MayChange => Delivery.MayChangeFollowUp && Delivery.AttemptId is null;

    public bool MayUnenroll => Delivery.MayUnenroll && Delivery.AttemptId is null;

    public bool MayEnroll => Delivery.MayEnroll && Delivery.AttemptId is null && Sequences.Count > 0;

    /// The planned one first, also where Reply.io no longer lists it.
    public IReadOnlyList<(string Value, string Label)> Sequences =>
    [
        .. Plan?.SequenceId is { } planned ? [(Value(planned), NameOf(planned))] : Array.Empty<(string, string)>(),
        .. Known.Sequences.Where(one => one.Id != Plan?.SequenceId && !one.IsArchived).Take(MostOffered).Select(one => (Value(one.Id), one.Name)),
    ];

    /// The planned sequence cannot take anybody.
    public string? Warning => Plan is { IsPlanned: true, SequenceId: { } planned } && Known.Sequences.Count > 0
        ? Known.FindSequence(planned) switch
        {
            null => T["Reply.io no longer lists this sequence. Choose another one."].Value,
            { IsArchived: true } => T["This sequence is archived in Reply.io. Choose another one."].Value,
            _ => null,
        }
        : null;

    private string NameOf(int sequence) => Known.FindSequence(sequence)?.Name ?? T["sequence {0}", Value(sequence)];

    private string NameOfList(int list) => Known.FindList(list)?.Name ?? T["list {0}", Value(list)];

    private static string Value(int id) => id.ToString(InvariantCulture);
}

/// At: when it happened or is to happen.
public sealed record FollowUpLine(FollowUpMark Mark, string Words, DateTime? At = null);

/// Left: left undone on purpose.
public enum FollowUpMark { Done, Ahead, Failed, Left }
