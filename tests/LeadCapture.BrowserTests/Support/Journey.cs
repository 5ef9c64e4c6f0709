using LeadCapture.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;

namespace LeadCapture.BrowserTests.Support;

/// The application, and visitors whose browsers find nothing to complain about: no script error, nothing that the policy blocks.
public abstract class Journey(Chromium chromium) : IAsyncLifetime
{
    private readonly List<IBrowserContext> contexts = [];
    private readonly List<string> complaints = [];

    private static readonly string[] Silent =
    [
        "Serilog:MinimumLevel:Default=Error", "Serilog:MinimumLevel:Override:Microsoft=Error",
        "Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime=Error",
    ];

    protected TestApp App { get; private set; } = null!;

    protected IPlaywright Playwright => chromium.Playwright;

    /// Whoever wants to see "on its way" makes this short.
    protected virtual string InlineWait => "00:00:30";

    protected virtual string Home => App.Address.ToString();

    /// Parts of complaints that the journey causes on purpose.
    protected IList<string> Expected { get; } = ["status of 422"];

    protected virtual IReadOnlyList<string> Settings => [];

    public virtual async ValueTask InitializeAsync() => App = await TestApp.Start(new TestAppPlan
    {
        Settings = [$"Reply:InlineWait={InlineWait}", "Reply:AttemptTimeout=00:00:03", .. Settings, .. Silent],
        Configure = builder => builder.WebHost.UseStaticWebAssets(),
    });

    protected async Task<IPage> Visitor(bool script = true, int width = 1280, int height = 900, string zone = "UTC")
    {
        var context = await chromium.Opens(new()
        {
            BaseURL = Home,
            JavaScriptEnabled = script,
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-GB",
            TimezoneId = zone,
        });
        contexts.Add(context);
        context.Console += (_, message) => Hear(message);
        context.WebError += (_, error) => complaints.Add(error.Error + error.Page?.Url);
        return await context.NewPageAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var context in contexts)
            await context.DisposeAsync();
        await App.DisposeAsync();
        GC.SuppressFinalize(this);
        Assert.DoesNotContain(complaints, complaint => !Expected.Any(part => complaint.Contains(part, StringComparison.Ordinal)));
    }

    private void Hear(IConsoleMessage message)
    {
        if (message.Type is "error" or "warning")
            complaints.Add($"{message.Text} ({message.Location})");
    }
}
