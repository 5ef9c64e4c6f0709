using LeadCapture.Deliveries;
using LeadCapture.Sandbox;

namespace LeadCapture.Benchmarks.Soak;

/// Who was thanked, what is stored, what Reply.io got: and whether it is the same. Told apart by the marker of each lead, so that
/// nothing is hidden by what Reply.io had of the person before. Names leads by id, never by what was typed.
public sealed class LedgerReport
{
    private readonly ILookup<string, StoredLead> stored;
    private readonly ILookup<string, ReceivedCall> creates;
    private readonly ILookup<string, ReceivedCall> lookUps;
    private readonly HashSet<int> enrolled;

    public LedgerReport(IReadOnlyCollection<Visit> visits, IReadOnlyList<StoredLead> leads, SandboxState replyIo, Destination destination)
    {
        var calls = replyIo.Calls;
        var enrollments = replyIo.Enrollments.Where(one => one.SequenceId == destination.SequenceId).ToList();
        enrolled = [.. enrollments.Select(one => one.ContactId)];
        Enrolled = enrollments.Count;
        stored = leads.ToLookup(lead => lead.Marker);
        creates = calls.Where(IsSent).ToLookup(call => Visit.MarkerIn(call.Body) ?? "");
        lookUps = calls.Where(IsLookUp).ToLookup(call => call.Contact ?? "");
        (Stored, Thanked, Contacts) = (leads.Count, visits.Count(visit => visit.IsThanked), replyIo.Contacts.Count);
        Delivered = leads.Count(lead => lead.State == DeliveryState.Delivered);
        Undelivered = [.. leads.Where(lead => !IsDone(lead))
            .Select(lead => $"lead {lead.Id} is {lead.State}: {lead.Reason}; {Story(lead.Marker, lead.Email)}")];
        Lost =
        [
            .. visits.Where(IsLost).Concat(leads.Where(IsLost).Select(VisitOf)).Distinct().Select(Tell),
            .. leads.Where(lead => lead.State == DeliveryState.Delivered && !HasFollowed(lead, replyIo, destination)).Select(TellOfFollowUp),
        ];
        Doubled =
        [
            .. visits.Where(IsDoubled).Select(Tell),
            .. enrollments.Where(one => one.Times > 1).Select(one => $"contact {one.ContactId} was enrolled {one.Times} times; "
                + string.Join("; ", leads.Where(lead => lead.ContactId == one.ContactId).Select(TellOfFollowUp))),
        ];

        Visit VisitOf(StoredLead lead) => visits.First(visit => visit.Marker == lead.Marker);
    }

    public int Thanked { get; }
    public int Stored { get; }
    public int Delivered { get; }
    public int Contacts { get; }

    /// Contacts.
    public int Enrolled { get; }

    public IReadOnlyList<string> Undelivered { get; }

    /// Thanked for and not stored, without a delivery, or called delivered where Reply.io never got it, or never put it on its list or
    /// in its sequence.
    public IReadOnlyList<string> Lost { get; }

    /// Stored twice, accepted by Reply.io twice, or enrolled twice.
    public IReadOnlyList<string> Doubled { get; }

    public override string ToString() => $"thanked {Thanked}, stored {Stored}, delivered {Delivered}, "
        + $"not delivered {Undelivered.Count}, contacts {Contacts}, enrolled {Enrolled}, doubled {Doubled.Count}, lost {Lost.Count}";

    private bool IsLost(Visit visit) => visit.IsThanked
        && !visit.Receipts.All(receipt => stored[visit.Marker].Any(lead => lead.Receipt == receipt));

    private bool IsLost(StoredLead lead) => lead.State is null
        || (lead.State == DeliveryState.Delivered && !creates[lead.Marker].Any(IsAccepted));

    /// The same change twice is no double.
    private bool IsDoubled(Visit visit) => creates[visit.Marker].Count(call => IsCreate(call) && IsAccepted(call)) > 1 || stored[visit.Marker].Count() > 1;

    private bool HasFollowed(StoredLead lead, SandboxState replyIo, Destination destination) =>
        lead is { ContactId: { } contact, FollowUp.IsEnrolled: true } && enrolled.Contains(contact)
        && replyIo.ListsOf(lead.Email).Contains(destination.ListId);

    private static string TellOfFollowUp(StoredLead lead) =>
        $"lead {lead.Id} of contact {lead.ContactId}, {lead.State}, its enrollment is "
        + $"{lead.FollowUp?.Enrollment.ToString() ?? "not planned"}";

    private string Tell(Visit visit)
    {
        var leads = stored[visit.Marker].ToList();
        var name = leads.Count > 0 ? $"lead {leads[0].Id}, {leads[0].State}" : $"receipt {visit.Receipts.FirstOrDefault()?[..8]}";
        return $"{name}; {leads.Count} stored; {Story(visit.Marker, visit.Email)}";
    }

    private string Story(string marker, string email) => string.Join(
        ", ", creates[marker].Concat(lookUps[email]).OrderBy(call => call.At).Select(Line));

    private static string Line(ReceivedCall call) => $"{call.At:HH:mm:ss.fff} {(IsCreate(call) ? "create" : IsSent(call) ? "update" : "look-up")} "
        + $"{call.Status} {call.Scene}{(call.DoneAt is { } done ? $", worked at {done:HH:mm:ss.fff}" : "")}";

    public static bool IsAccepted(ReceivedCall call) => IsSent(call) && call.ContactId is not null;

    /// Delivered, or discarded by a person who saw that it had arrived.
    private bool IsDone(StoredLead lead) => lead.State == DeliveryState.Delivered
        || (lead.State == DeliveryState.Discarded && creates[lead.Marker].Any(IsAccepted));

    private static bool IsCreate(ReceivedCall call) => call is { Method: "POST", Path: "/v4/contacts" };

    private static bool IsSent(ReceivedCall call) => IsCreate(call)
        || (call.Method == "PATCH" && call.Path.StartsWith("/v4/contacts/", StringComparison.Ordinal));

    private static bool IsLookUp(ReceivedCall call) => call is { Method: "POST", Path: "/v4/contacts/filter" };
}
