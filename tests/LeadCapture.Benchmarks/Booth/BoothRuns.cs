using LeadCapture.BrowserTests.Support;
using Microsoft.Playwright;

namespace LeadCapture.Benchmarks.Booth;

/// One thing after the other that happens to a tablet at a stand, in an order that the seed decides.
public sealed class BoothRuns(Tablet tablet, Wifi wifi, Random chance)
{
    /// Little is left: some of what is captured does not fit in.
    private const int LittleSpace = 64 * 1024;

    private readonly Dictionary<string, int> happened = [];
    private bool isRunning = true;

    /// The references that visitors have read.
    public HashSet<string> Thanked { get; } = [];

    public string Told => string.Join(", ", happened.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key} {one.Value}"));

    public async Task Next(int run)
    {
        await Network();
        if (!isRunning)
        {
            await tablet.Starts();
            isRunning = true;
        }
        switch (chance.Next(6))
        {
            case 0:
                await Reload();
                break;
            case 1:
                await FullStorage(run);
                break;
            case 2:
                await KilledAt(run);
                return;
            case 3:
                await OtherClock();
                break;
        }
        await Visitors(run);
        if (chance.Next(3) == 0)
        {
            Note("killed afterwards");
            tablet.IsKilled();
            isRunning = false;
        }
    }

    private async Task Network()
    {
        switch (chance.Next(4))
        {
            case 0:
                Note("Wi-Fi back");
                await wifi.ComesBack();
                break;
            case 1:
                Note("captive portal");
                await wifi.BecomesCaptive();
                break;
            default:
                Note("no Wi-Fi");
                await wifi.GoesAway();
                break;
        }
    }

    private async Task Reload()
    {
        Note("reloaded");
        await tablet.Page.ReloadAsync();
        await tablet.IsReady();
    }

    /// Off by up to two days, one way or the other.
    private async Task OtherClock()
    {
        Note("clock changed");
        await tablet.Page.Clock.SetSystemTimeAsync(DateTime.UtcNow.AddHours(chance.Next(-48, 48)));
    }

    /// What did not fit in stays in the form, and nobody is thanked for it.
    private async Task FullStorage(int run)
    {
        Note("storage full");
        await using var storage = new SmallStorage(await tablet.Page.Context.NewCDPSessionAsync(tablet.Page), tablet.Page);
        await storage.Shrinks(LittleSpace);
        await tablet.Types($"Full{run}");
        await tablet.Presses();
        await tablet.IsAnswered();
        if (await tablet.Reference() is null)
            Note("not saved and told so");
        await Thank();
        await storage.Grows();
        await tablet.Page.ReloadAsync();
        await tablet.IsReady();
    }

    /// In the middle of it: the lead may be there or not, and nobody was thanked where it is not.
    private async Task KilledAt(int run)
    {
        Note("killed in between");
        await tablet.Types($"Killed{run}");
        var pressed = tablet.Presses();
        await Task.Delay(chance.Next(120));
        try
        {
            await pressed;
            await Thank();
        }
        catch (PlaywrightException)
        {
        }
        tablet.IsKilled();
        isRunning = false;
    }

    private async Task Visitors(int run)
    {
        for (var visitor = 1 + chance.Next(3); visitor > 0; visitor--)
        {
            Thanked.Add(await tablet.Captures($"Visitor{run}x{visitor}"));
            await tablet.NextVisitor();
        }
    }

    private async Task Thank()
    {
        if (await tablet.Reference() is { } reference)
            Thanked.Add(reference);
    }

    private void Note(string what) => happened[what] = happened.GetValueOrDefault(what) + 1;

    private sealed class SmallStorage(ICDPSession session, IPage page) : IAsyncDisposable
    {
        public Task Shrinks(int bytes) => Set(bytes);

        public Task Grows() => Set(null);

        public async ValueTask DisposeAsync() => await session.DetachAsync();

        private async Task Set(int? bytes)
        {
            var origin = new Uri(page.Url).GetLeftPart(UriPartial.Authority);
            Dictionary<string, object> quota = new() { ["origin"] = origin };
            if (bytes is { } most)
                quota["quotaSize"] = most;
            await session.SendAsync("Storage.overrideQuotaForOrigin", quota);
        }
    }
}
