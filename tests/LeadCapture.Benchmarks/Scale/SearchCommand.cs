using System.Diagnostics;
using LeadCapture.Benchmarks.Processes;

namespace LeadCapture.Benchmarks.Scale;

/// The search over a large installation: how fast the index comes to be, and how long typical questions take, as pages through HTTP.
public static class SearchCommand
{
    private const int Questions = 200;
    private const double Limit = 100;

    private static readonly (string Kind, Func<int, string> Ask)[] Kinds =
    [
        ("half a company name", lead => SearchData.CompanyOf(lead)[..6]),
        ("last name", SearchData.LastNameOf),
        ("first and last name", lead => $"{SearchData.FirstNameOf(lead)} {SearchData.LastNameOf(lead)}"),
        ("part of a phone number", lead => SearchData.PhoneOf(lead)[^8..]),
        ("domain", SearchData.DomainOf),
        ("frequent word", lead => lead % 2 == 0 ? "gmail" : "example"),
        ("frequent words, seldom together", lead => $"gmail {SearchData.CompanyOf(lead)[..5]}"),
        ("no match", lead => $"qx{lead}zj"),
        ("frequent trigrams, no match", lead => lead % 2 == 0 ? "systemsgmail" : "annamarconsulting"),
        ("two letters", lead => SearchData.LastNameOf(lead)[..2]),
    ];

    public static async Task<int> Run(Arguments arguments)
    {
        using var scratch = new Scratch();
        var leads = arguments.Whole("leads", 1_000_000);
        var within = true;
        foreach (var store in arguments.Stores())
            within &= await Measure(store, leads, scratch);
        return within ? 0 : 1;
    }

    private static async Task<bool> Measure(StoreKind kind, int leads, Scratch scratch)
    {
        await using var scale = await ScaleStore.Create(kind, scratch);
        await scale.Fill(new SearchData(leads, DateTime.UtcNow).Tables);
        await using var browser = await ScalePages.Open(scale.Options);
        var took = (await scale.Indexed()).TotalSeconds;
        Console.WriteLine($"{kind}, {leads:N0} leads: indexed in {took:0} s, {leads / took:N0} a second");
        var all = new List<double>();
        foreach (var (name, ask) in Kinds)
        {
            var times = await Ask(browser, leads, ask);
            all.AddRange(times);
            Tell(name, times);
        }
        Tell("all", all);
        return NinetyFifth(all) < Limit;
    }

    private static async Task<List<double>> Ask(ScalePages browser, int leads, Func<int, string> ask)
    {
        await browser.Search("warm up");
        List<double> times = [];
        for (var question = 0; question < Questions / Kinds.Length; question++)
        {
            var text = ask((int)(question * 7919L * 131 % leads));
            var began = Stopwatch.GetTimestamp();
            await browser.Search(text);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        return times;
    }

    private static void Tell(string name, List<double> times)
    {
        times.Sort();
        Console.WriteLine(string.Create(InvariantCulture,
            $"  {name,-34}p50 {times[times.Count / 2],7:0.0}  p95 {NinetyFifth(times),7:0.0}  max {times[^1],7:0.0} ms"));
    }

    private static double NinetyFifth(List<double> times) => times[(int)(0.95 * (times.Count - 1))];
}
