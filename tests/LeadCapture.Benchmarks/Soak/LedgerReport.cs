using LeadCapture.Deliveries;
using LeadCapture.Sandbox;

namespace LeadCapture.Benchmarks.Soak;

/// Who was thanked, what is stored, what Reply.io has: and whether it is the same. Names leads by id, never by what was typed.
public sealed class LedgerReport
{
    private readonly ILookup<string, StoredLead> stored;
    private readonly SandboxState replyIo;
    private readonly Dictionary<string, List<ReceivedCall>> calls;

    public LedgerReport(IReadOnlyCollection<Visit> visits, IReadOnlyList<StoredLead> leads, SandboxState replyIo)
    {
        stored = leads.ToLookup(lead => lead.Email);
        this.replyIo = replyIo;
        calls = replyIo.Calls.Where(call => call.Contact is not null).GroupBy(call => call.Contact!)
            .ToDictionary(group => group.Key, group => group.ToList());
        (Stored, Thanked, Contacts) = (leads.Count, visits.Count(visit => visit.IsThanked), replyIo.Contacts.Count);
        Delivered = leads.Count(lead => lead.State == DeliveryState.Delivered);
        Waiting = leads.Count(lead => lead.IsWaiting);
        NeedsAttention = leads.Count(lead => lead.State == DeliveryState.NeedsAttention);
        Undelivered = [.. leads.Where(lead => lead.State != DeliveryState.Delivered)
            .Select(lead => $"lead {lead.Id} is {lead.State}: {lead.Reason}")];
        Lost = [.. visits.Where(IsLost).Select(NameOf), .. leads.Where(IsLost).Select(lead => $"lead {lead.Id}, {lead.State}")];
        foreach (var visit in visits.Where(IsDoubled))
            (IsUnseeable(visit) ? Unseeable : Doubled).Add($"{NameOf(visit)}: {Story(visit)}");
    }

    public int Thanked { get; }
    public int Stored { get; }
    public int Delivered { get; }
    public int Waiting { get; }
    public int NeedsAttention { get; }
    public int Contacts { get; }
    public IReadOnlyList<string> Undelivered { get; }

    /// Thanked for and not stored, without a delivery, or called delivered where Reply.io has nothing.
    public IReadOnlyList<string> Lost { get; }
    public List<string> Doubled { get; } = [];

    /// Reply.io worked on a create only after it had answered the look-up for it: nobody could have known.
    public List<string> Unseeable { get; } = [];

    public override string ToString() =>
        $"thanked {Thanked}, stored {Stored}, delivered {Delivered}, waiting {Waiting}, needing attention {NeedsAttention}, "
        + $"contacts {Contacts}, doubled {Doubled.Count} (and {Unseeable.Count} that no look-up could see), lost {Lost.Count}";

    private bool IsLost(Visit visit) => visit.IsThanked
        && !visit.Receipts.All(receipt => stored[visit.Email].Any(lead => lead.Receipt == receipt));

    private bool IsLost(StoredLead lead) => lead.State is null
        || (lead.State == DeliveryState.Delivered && replyIo.CreatesOf(lead.Email) == 0);

    private bool IsDoubled(Visit visit) => replyIo.CreatesOf(visit.Email) > 1 || stored[visit.Email].Count() > 1;

    private string NameOf(Visit visit) => stored[visit.Email].FirstOrDefault() is { } lead
        ? $"lead {lead.Id}"
        : $"receipt {visit.Receipts.FirstOrDefault()?[..8]}";

    private bool IsUnseeable(Visit visit)
    {
        var story = calls.GetValueOrDefault(visit.Email, []);
        var first = story.FindIndex(call => call.ContactId is not null && IsCreate(call));
        return stored[visit.Email].Count() == 1 && story.FindIndex(IsLookUp) is var look && look >= 0 && look < first;
    }

    private string Story(Visit visit) => $"{stored[visit.Email].Count()} leads; "
        + string.Join(", ", calls.GetValueOrDefault(visit.Email, []).Select(Line));

    private static string Line(ReceivedCall call) =>
        $"{call.At:HH:mm:ss.fff} {(IsCreate(call) ? "create" : "look-up")} {call.Status} {call.Scene}";

    private static bool IsCreate(ReceivedCall call) => call is { Method: "POST", Path: "/v4/contacts" };

    private static bool IsLookUp(ReceivedCall call) => call is { Status: 200, Method: "POST", Path: "/v4/contacts/filter" };
}
