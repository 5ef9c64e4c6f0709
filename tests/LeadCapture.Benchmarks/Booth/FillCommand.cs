using System.Diagnostics;
using LeadCapture.Benchmarks.Processes;
using LeadCapture.Benchmarks.Soak;
using LeadCapture.BrowserTests.Support;
using Microsoft.Playwright;

namespace LeadCapture.Benchmarks.Booth;

/// A tablet that collects thousands of leads without a connection: how long it takes to open, and how fast it hands over once the
/// server can be reached.
public static class FillCommand
{
    /// Leads that the page sends on its own in one go: no call to a browser may last for ever.
    private const int Stretch = 100;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(20);

    public static async Task<int> Run(Arguments arguments)
    {
        var leads = arguments.Whole("leads", 10_000);
        using var scratch = new Scratch();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        await using var world = await World.Build(StoreKind.Sqlite, arguments, await PublishedApp.Folder(arguments, scratch.Folder), scratch);
        world.Nodes[0].Start();
        await world.IsUp(patience.Token);
        await using var wifi = new Wifi(world.Nodes[0].Address);
        using var playwright = await Playwright.CreateAsync();
        await using var tablet = new Tablet(playwright, wifi.Address);
        await tablet.Starts();
        await tablet.IsPaired(await BoothCommand.Code(world.Nodes[0].Address));

        await wifi.GoesAway();
        var filling = Stopwatch.StartNew();
        for (var captured = 0; captured < leads; captured += Stretch)
            await tablet.Page.EvaluateAsync(Visitors, new { from = captured, until = Math.Min(leads, captured + Stretch) });
        Tell($"captured {leads:N0}", filling.Elapsed);

        await tablet.IsSwitchedOff();
        var opening = Stopwatch.StartNew();
        await tablet.Starts();
        await tablet.IsReady();
        Tell($"browser and app opened with {await tablet.Waiting():N0} leads on the tablet", opening.Elapsed);
        var reload = Stopwatch.StartNew();
        await tablet.Page.ReloadAsync();
        await tablet.IsReady();
        Tell("app opened again", reload.Elapsed);

        var handing = Stopwatch.StartNew();
        await wifi.ComesBack();
        await tablet.Page.EvaluateAsync("window.dispatchEvent(new Event('online'))");
        foreach (var part in new SortedSet<int> { 1, Math.Min(1000, leads), leads })
        {
            await Patience.Until(async () => await tablet.Waiting() <= leads - part, Longest);
            Tell($"received {part:N0}", handing.Elapsed);
        }
        var left = await tablet.Waiting();
        Console.WriteLine($"  left on the tablet {left}");
        await world.Nodes[0].Terminate(forGood: true);
        return left == 0 ? 0 : 1;
    }

    private static void Tell(string what, TimeSpan took) => Console.WriteLine($"  {what}: {took.TotalSeconds:0.00} s");

    /// One visitor after the other, as fast as the page lets them.
    private const string Visitors = """
        async ({ from, until }) => {
          const screen = document.querySelector("#screen");
          const shows = async (selector) => {
            while (!screen.querySelector(selector)) await new Promise((resume) => requestAnimationFrame(resume));
            return screen.querySelector(selector);
          };
          for (let number = from; number < until; number++) {
            (await shows("[name=firstName]")).value = "Ann";
            screen.querySelector("[name=email]").value = `visitor${number}@example.com`;
            screen.querySelector("input[type=radio]").checked = true;
            screen.querySelector("input[type=checkbox]").checked = true;
            screen.querySelector("[data-continue]").click();
            screen.querySelector("[data-send]").click();
            await shows("main[data-receipt]");
            screen.querySelector("[data-new-visitor]").click();
          }
          await shows("[name=email]");
        }
        """;
}
