using Microsoft.Playwright;

namespace LeadCapture.BrowserTests.Support;

/// A tablet with a browser of its own, whose profile outlives it: switched off, restarted, carried away.
public sealed class Tablet(IPlaywright playwright, Uri home) : IAsyncDisposable
{
    private readonly string profile = Directory.CreateTempSubdirectory("booth-tablet-").FullName;
    private IBrowserContext? browser;

    public IPage Page { get; private set; } = null!;

    public ILocator Screen => Page.Locator("#screen");

    public async Task Starts(int width = 1024, int height = 768)
    {
        browser = await playwright.Chromium.LaunchPersistentContextAsync(profile, new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            BaseURL = home.ToString(),
            ViewportSize = new() { Width = width, Height = height },
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-GB",
            Args = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
        browser.SetDefaultTimeout(30_000);
        Page = browser.Pages[0];
        await Page.GotoAsync("/booth");
    }

    /// As when somebody pulls the plug: its processes end without a word.
    public async Task IsSwitchedOff()
    {
        await Page.Context.CloseAsync();
        browser = null;
    }

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

    public async Task Types(string name)
    {
        await Screen.Locator("[name=firstName]").FillAsync(name);
        await Screen.Locator("[name=email]").FillAsync(name.ToLowerInvariant() + "@example.com");
        await Screen.Locator("input[type=radio]").First.CheckAsync(new() { Force = true });
        await Screen.Locator("input[type=checkbox]").First.CheckAsync(new() { Force = true });
    }

    public async Task Sends()
    {
        await Screen.Locator("[data-send]").ClickAsync();
        await Screen.Locator("main[data-receipt]").WaitForAsync();
    }

    public async Task NextVisitor()
    {
        await Screen.Locator("[data-new-visitor]").ClickAsync();
        await Screen.Locator("[name=email]").WaitForAsync();
    }

    public async Task OpensStaffMenu(string pin)
    {
        await Page.Locator("#staff-button").ClickAsync();
        await Page.Locator("#pin-input").FillAsync(pin);
        await Page.Locator("#pin-form").GetByRole(AriaRole.Button, new() { Name = "Open menu" }).ClickAsync();
        await Page.Locator("#staff[open]").WaitForAsync();
    }

    public Task<int> Waiting() => Page.EvaluateAsync<int>(Count("leads"));

    /// Everything that stands on its disk.
    public IEnumerable<string> Files() => Directory.EnumerateFiles(profile, "*", SearchOption.AllDirectories);

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.CloseAsync();
        Directory.Delete(profile, recursive: true);
    }

    private static string Count(string store) => $$"""
        () => new Promise((resolve, reject) => {
          const opening = indexedDB.open("leadcapture-booth");
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const counting = opening.result.transaction("{{store}}").objectStore("{{store}}").count();
            counting.onsuccess = () => { opening.result.close(); resolve(counting.result); };
          };
        })
        """;
}
