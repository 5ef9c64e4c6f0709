using System.Text.RegularExpressions;
using LeadCapture.Benchmarks.Processes;
using LeadCapture.Benchmarks.Soak;
using LeadCapture.BrowserTests.Support;
using Microsoft.Playwright;

namespace LeadCapture.Benchmarks.Booth;

/// A paired tablet whose Wi-Fi goes and comes, whose browser is killed at any moment, and whose storage runs full. Then peace, then the
/// ledger: every lead whose visitor was thanked is here once, and the tablet's numbers have no gap.
public static partial class BoothCommand
{
    private const string Pin = "4711";
    private static readonly TimeSpan LongestPeace = TimeSpan.FromSeconds(120);

    public static async Task<int> Run(Arguments arguments)
    {
        var seed = arguments.Whole("seed", Random.Shared.Next(1, 1_000_000));
        var runs = arguments.Whole("runs", 200);
        using var scratch = new Scratch();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        await using var world = await World.Build(StoreKind.Sqlite, arguments, await PublishedApp.Folder(arguments, scratch.Folder), scratch);
        world.Nodes[0].Start();
        await world.IsUp(patience.Token);
        Console.WriteLine($"{runs} runs, seed {seed}");

        await using var wifi = new Wifi(world.Nodes[0].Address);
        using var playwright = await Playwright.CreateAsync();
        await using var tablet = new Tablet(playwright, wifi.Address);
        await tablet.Starts();
        await tablet.IsPaired(await Code(world.Nodes[0].Address));
        var booth = new BoothRuns(tablet, wifi, new Random(seed));
        for (var run = 1; run <= runs; run++)
            await booth.Next(run);
        var (waiting, took) = await Settle(tablet, wifi);

        var ledger = await Ledger(world);
        var lost = booth.Thanked.Except(ledger.References).ToList();
        var captured = await tablet.Captured();
        var gaps = Enumerable.Range(1, captured).Except(ledger.Numbers).ToList();
        var isGood = lost.Count == 0 && gaps.Count == 0 && waiting == 0 && world.ReplyIo.State.Doubled == 0
            && ledger.Numbers.Count == captured && ledger.References.Count == captured && ledger.Undelivered == 0;
        Console.WriteLine($"""
              {booth.Told}
              thanked {booth.Thanked.Count}, captured {captured}, received {ledger.Numbers.Count}, on the tablet {waiting}, settled in {took.TotalSeconds:0} s
              lost {lost.Count}, gaps {gaps.Count}, doubled {world.ReplyIo.State.Doubled}, not delivered {ledger.Undelivered}
            """);
        scratch.Keep = !isGood;
        await world.Nodes[0].Terminate(forGood: true);
        return isGood ? 0 : 1;
    }

    /// As an admin makes it, of an event of their own.
    public static async Task<string> Code(Uri app)
    {
        using var admin = await AdminClient.SignIn(app);
        await admin.Get("/admin/events/new");
        await admin.Post("/admin/events/new", ("name", "Spring fair"), ("form", "event-booth"), ("pin", Pin));
        var (_, page) = await admin.Post("/admin/events/1/pair", ("name", "Tablet 1"));
        return PairingCode().Match(page).Groups[1].Value;
    }

    /// All is well again. How long until the tablet has handed over everything?
    private static async Task<(int Waiting, TimeSpan Took)> Settle(Tablet tablet, Wifi wifi)
    {
        await wifi.ComesBack();
        await tablet.Starts();
        var took = await Patience.Until(async () => await tablet.Waiting() == 0, LongestPeace);
        return (await tablet.Waiting(), took);
    }

    private static async Task<BoothLedger> Ledger(World world)
    {
        await Patience.Until(async () => await StoredLead.Unsettled(world) == 0, LongestPeace);
        await using var source = Database.Open(StoreKind.Sqlite, world.ConnectionString);
        return new(
            await Database.Query(source, "SELECT receipt FROM leads", row => LeadCapture.Leads.Lead.ReferenceOf(row.GetString(0))),
            await Database.Query(source, "SELECT number FROM captures", row => row.GetInt32(0)),
            (await Database.Query(source, "SELECT COUNT(*) FROM deliveries WHERE state <> 2", row => row.GetInt32(0)))[0]);
    }

    [GeneratedRegex("pairing-code.*<strong>([0-9A-Z ]+)<")]
    private static partial Regex PairingCode();

    private sealed record BoothLedger(List<string> References, List<int> Numbers, int Undelivered);
}
