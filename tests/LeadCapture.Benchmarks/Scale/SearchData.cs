using LeadCapture.Deliveries;
using LeadCapture.Forms;

namespace LeadCapture.Benchmarks.Scale;

/// Leads whose names, companies, addresses and numbers are as many and as unequal as those of people.
public sealed class SearchData(int leads, DateTime now)
{
    private static readonly TimeSpan History = TimeSpan.FromDays(90);

    private static readonly string[] FirstNames =
    [
        "Anna", "Ben", "Chloé", "David", "Elif", "Frank", "Grace", "Hannah", "Igor", "Jürgen", "Kate", "Liam", "María", "Noah", "Olga", "Paul",
        "Quinn", "Rosa", "Søren", "Tom", "Uma", "Victor", "Wei", "Xenia", "Yusuf", "Zoë",
    ];

    private static readonly string[] Syllables =
        ["ba", "der", "fin", "gol", "han", "kel", "lor", "mar", "nis", "pol", "ren", "sal", "tor", "vin", "wol", "zim", "mül", "öz", "čer", "str"];

    private static readonly string[] Trades = ["Systems", "Consulting", "Logistics", "Media", "Robotics", "Foods", "Energy", "Software"];

    private readonly Guid[] ids = [.. Enumerable.Range(0, leads).Select(i => Guid.CreateVersion7(Received(i, leads, now)))];

    public IReadOnlyList<TableRows> Tables =>
    [
        .. ScaleData.Forms(now - History),
        new("leads", ScaleData.LeadColumns, Enumerable.Range(0, leads).Select(i => LeadOf(i))),
        new("deliveries", $"{ScaleData.DeliveryColumns}, delivered_at", Enumerable.Range(0, leads)
            .Select(i => (object?[])[.. ScaleData.DeliveryOf(i, ids[i], DeliveryState.Delivered, 0, null, 1, 0), Received(i, leads, now)])),
    ];

    public static string FirstNameOf(int lead) => FirstNames[Any(lead, 1) % FirstNames.Length];

    /// Some names are frequent.
    public static string LastNameOf(int lead) => Name(Any(lead, 2) % (Any(lead, 3) % 3 == 0 ? 200 : 8000));

    public static string CompanyOf(int lead) => $"{Name(Any(lead, 4) % 8000)} {Trades[Any(lead, 5) % Trades.Length]}";

    public static string DomainOf(int lead) =>
        Any(lead, 6) % 4 == 0 ? "gmail.com" : $"{CompanyOf(lead).Replace(' ', '-').ToLowerInvariant()}.example";

    /// In groups, as people type them.
    public static string PhoneOf(int lead) => $"+1 ({200 + (Any(lead, 7) % 800)}) {Any(lead, 8) % 1000:000}-{Any(lead, 9) % 10000:0000}";

    private object?[] LeadOf(int lead)
    {
        var (at, email) = (Received(lead, leads, now), $"{FirstNameOf(lead)}.{LastNameOf(lead)}{lead}@{DomainOf(lead)}".ToLowerInvariant());
        var answers = new SubmittedAnswers
        {
            Properties = new()
            {
                ["email"] = email,
                ["firstName"] = FirstNameOf(lead),
                ["lastName"] = LastNameOf(lead),
                ["company"] = CompanyOf(lead),
                ["phone"] = PhoneOf(lead),
                ["title"] = "Head of Operations",
                ["notes"] = "We met at the fair and would like to see a demonstration of what was on the stand.",
            },
        };
        return [ids[lead], ScaleData.ReceiptOf(lead), 1, 1, Guid.NewGuid().ToString("N"), at, "Page", null, email, answers.ToJson(), "", 0];
    }

    private static DateTime Received(int lead, int leads, DateTime now) => now - History + (History * ((double)lead / leads));

    private static string Name(int number) => Capital(string.Concat(
        Syllables[number % 20], Syllables[number / 20 % 20], Syllables[number / 400 % 20]));

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    /// The same for the same lead and topic, whichever way it falls.
    private static int Any(int lead, int topic)
    {
        var mixed = unchecked(((ulong)lead * 0x9E3779B97F4A7C15) + ((ulong)topic * 0xBF58476D1CE4E5B9));
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0x94D049BB133111EB);
        return (int)((mixed ^ (mixed >> 31)) & 0x3FFFFFFF);
    }
}
