using LeadCapture.BrowserTests.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace LeadCapture.BrowserTests.Support;

/// One real Chromium for all journeys; each visitor has a context of their own. CHROMIUM names another than Debian's.
public sealed class Chromium : IAsyncLifetime
{
    /// Only a page that hangs reaches it.
    private const float Patience = 30_000;

    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Microsoft.Playwright.Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Timeout = Patience,
            Args =
            [
                "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--no-first-run", "--font-render-hinting=none",
            ],
        });
    }

    public IPlaywright Playwright => playwright;

    public async Task<IBrowserContext> Opens(BrowserNewContextOptions options)
    {
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
