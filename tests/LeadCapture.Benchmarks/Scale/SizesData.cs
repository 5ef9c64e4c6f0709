using LeadCapture.Deliveries;
using LeadCapture.Leads.Search;
using LeadCapture.ReplyIo;

namespace LeadCapture.Benchmarks.Scale;

/// Leads as most of them end: delivered at the first attempt, with the contact that Reply.io answered, and found by the search.
public sealed class SizesData(int leads, DateTime now)
{
    private readonly IReadOnlyList<TableRows> found = new SearchData(leads, now).Tables;

    public IReadOnlyList<TableRows> Tables =>
    [
        .. found.Where(table => table.Table != "deliveries"),
        new("deliveries", $"{ScaleData.DeliveryColumns}, delivered_at, contact_id, contact_json, cause", Leads.Select(Delivery)),
        new("attempts", "id, lead_id, kind, started_at, ended_at, counts_at, calls, outcome, cause, status, answers_version",
            Leads.Select(Attempt)),
        new("search_entries", "lead_id, words, trigrams", Leads.Select(Entry)),
    ];

    /// Their rows, whose first columns are the id, and further behind when they came in, address, and answers.
    private IEnumerable<object?[]> Leads => found.Single(table => table.Table == "leads").Rows;

    private static object?[] Delivery(object?[] lead, int number) =>
    [
        .. ScaleData.DeliveryOf((string)lead[8]!, (Guid)lead[0]!, DeliveryState.Delivered, 0, null, 1, 0, isOwnContact: true),
        ((DateTime)lead[5]!).AddSeconds(1), number, ContactOf((string)lead[8]!, number), (int)Cause.Created,
    ];

    private static object?[] Attempt(object?[] lead, int number)
    {
        var at = (DateTime)lead[5]!;
        return [Guid.CreateVersion7(at), lead[0], 0, at, at.AddSeconds(1), at.AddSeconds(1), 1, (int)Outcome.Accepted, (int)Cause.Created, 201, 0];
    }

    private static object?[] Entry(object?[] lead, int number)
    {
        var words = SearchEntry.Of((string)lead[9]!);
        return [lead[0], words, Trigrams.NumbersOf(words)];
    }

    /// As long as the sandbox answers for the form of the other benchmarks.
    private static string ContactOf(string email, int number) =>
        $$"""
        {"id":{{number}},"email":"{{email}}","firstName":"{{SearchData.FirstNameOf(number)}}","lastName":"{{SearchData.LastNameOf(number)}}",
        "company":"{{SearchData.CompanyOf(number)}}","title":"Head of Operations","phone":"{{SearchData.PhoneOf(number)}}",
        "notes":"We met at the fair and would like to see a demonstration of what was on the stand.",
        "addingDate":"2026-11-28T09:00:00Z","timeZoneId":null,"customFields":[],"sequences":[],"lists":[]}
        """;
}
