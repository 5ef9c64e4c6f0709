using System.Diagnostics;
using Microsoft.Playwright;

namespace LeadCapture.BrowserTests.Support;

/// A tablet with a browser of its own, whose profile outlives it: switched off, restarted, carried away.
public sealed class Tablet(IPlaywright playwright, Uri home) : IAsyncDisposable
{
    private readonly string profile = Directory.CreateTempSubdirectory("booth-tablet-").FullName;
    private IBrowserContext? browser;

    public IPage Page { get; private set; } = null!;

    public ILocator Screen => Page.Locator("#screen");

    /// The film that its camera sees; null: it has none.
    public string? Camera { get; init; }

    public async Task Starts(int width = 1024, int height = 768)
    {
        if (browser is not null)
            await IsSwitchedOff();
        browser = await playwright.Chromium.LaunchPersistentContextAsync(profile, new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            BaseURL = home.ToString(),
            ViewportSize = new() { Width = width, Height = height },
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-GB",
            Args =
            [
                "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
                .. Camera is null ? Array.Empty<string>()
                    : ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", $"--use-file-for-fake-video-capture={Camera}"],
            ],
        });
        browser.SetDefaultTimeout(30_000);
        Page = browser.Pages[0];
        await Page.GotoAsync("/booth");
    }

    public async Task IsSwitchedOff()
    {
        await Page.Context.CloseAsync();
        browser = null;
    }

    /// As when somebody pulls the plug: its processes end without a word. They are known by the profile in their command line.
    public void IsKilled()
    {
        browser = null;
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), InvariantCulture, out _)))
            if (IsOurs(folder))
                Kill(int.Parse(Path.GetFileName(folder), InvariantCulture));
    }

    /// A form, or a reason why there is none, stands on its screen.
    public Task IsReady() => Screen.Locator("[name=email]").WaitForAsync();

    public async Task IsPaired(string code)
    {
        await Page.Locator("#pair-code").FillAsync(code);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Pair tablet" }).ClickAsync();
        await Screen.Locator("[name=email]").WaitForAsync();
        await Page.EvaluateAsync("navigator.serviceWorker.ready");
        await Page.WaitForFunctionAsync("() => navigator.serviceWorker.controller");
    }

    /// Fills in the form of event booths, and gives the reference that the visitor reads.
    public async Task<string> Captures(string name)
    {
        await Types(name);
        await Sends();
        return await Screen.Locator(".reference strong").TextContentAsync() ?? "";
    }

    public Task Types(string name) => Types(name, name.ToLowerInvariant() + "@example.com");

    public async Task Types(string name, string email)
    {
        await Screen.Locator("[name=firstName]").FillAsync(name);
        await Screen.Locator("[name=email]").FillAsync(email);
        await Screen.Locator("[data-continue]").ClickAsync();
        await Screen.Locator("input[type=radio]").First.CheckAsync(new() { Force = true });
        await Screen.Locator("input[type=checkbox]").First.CheckAsync(new() { Force = true });
    }

    public async Task Sends()
    {
        await Presses();
        await Screen.Locator("main[data-receipt]").WaitForAsync();
    }

    /// Send, in the last step.
    public async Task Presses()
    {
        while (await Screen.Locator("[data-continue]").IsVisibleAsync())
            await Screen.Locator("[data-continue]").ClickAsync();
        await Screen.Locator("[data-send]").ClickAsync();
    }

    /// Thanked, or told why not.
    public Task IsAnswered() => Screen.Locator("main[data-receipt], #notice").First.WaitForAsync();

    /// What the visitor reads now; null: nobody is thanked.
    public async Task<string?> Reference() => await Screen.Locator(".reference strong").CountAsync() > 0
        ? await Screen.Locator(".reference strong").TextContentAsync()
        : null;

    /// The app stays where it is, whatever it shows.
    public async Task NextVisitor()
    {
        await Screen.Locator("[data-new-visitor]").ClickAsync();
        await Screen.Locator("[name=email]").WaitForAsync();
        await Page.Locator("#app").WaitForAsync();
    }

    public async Task OpensStaffMenu(string pin)
    {
        await Page.Locator("#staff-button").ClickAsync();
        await Page.Locator("#pin-input").FillAsync(pin);
        await Page.Locator("#pin-form").GetByRole(AriaRole.Button, new() { Name = "Open menu" }).ClickAsync();
        await Page.Locator("#staff[open]").WaitForAsync();
    }

    public Task<int> Waiting() => Page.EvaluateAsync<int>(Asked("leads", "count()"));

    /// Returns once every lead was handed over, and the server's answer was read.
    public Task HasSent() => Becomes($"async () => (await ({Asked("leads", "count()")})()) === 0");

    /// Looks at each frame until the answer is true. WaitForFunctionAsync takes the promise of an answer for a true one.
    public Task Becomes(string asynchronous) => Page.EvaluateAsync($$"""
        async () => {
          const asked = {{asynchronous}};
          while (!(await asked())) await new Promise(requestAnimationFrame);
        }
        """).WaitAsync(TimeSpan.FromSeconds(30));

    /// The highest number that it has given to a lead.
    public Task<int> Captured() => Page.EvaluateAsync<int>(Asked("settings", "get('captured')"));

    /// Everything that stands on its disk.
    public IEnumerable<string> Files() => Directory.EnumerateFiles(profile, "*", SearchOption.AllDirectories);

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.CloseAsync();
        Directory.Delete(profile, recursive: true);
    }

    private bool IsOurs(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline")).Contains(profile, StringComparison.Ordinal);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException)
        {
        }
    }

    private static string Asked(string store, string question) => $$"""
        () => new Promise((resolve, reject) => {
          const opening = indexedDB.open("leadcapture-booth");
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const asking = opening.result.transaction("{{store}}").objectStore("{{store}}").{{question}};
            asking.onsuccess = () => { opening.result.close(); resolve(asking.result ?? 0); };
          };
        })
        """;
}
