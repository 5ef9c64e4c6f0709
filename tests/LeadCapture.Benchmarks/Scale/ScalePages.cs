using LeadCapture.Benchmarks.Processes;
using LeadCapture.Settings;

namespace LeadCapture.Benchmarks.Scale;

/// The pages of the admin area as a browser gets them: through HTTP, signed in, drawn from the first to the last letter.
public sealed class ScalePages : IAsyncDisposable
{
    /// For a whole page.
    public const double Limit = 50;

    private readonly WebApplication app;
    private readonly AdminClient browser;

    private ScalePages(WebApplication app, AdminClient browser) => (this.app, this.browser) = (app, browser);

    private static readonly (string Name, string Query)[] Lists =
    [
        ("newest first", ""), ("45 days ago", $"?to={DateTime.UtcNow.AddDays(-45):yyyy-MM-dd}"),
        ("oldest first", "?order=Oldest"), ("by email address", "?order=Email"),
        ("by address, backwards", "?order=EmailBackwards"), ("needs attention", "?state=NeedsAttention"),
        ("delivered, by email address", "?order=Email&state=Delivered"), ("discarded, by email address", "?order=Email&state=Discarded"),
        ("form and channel", "?form=contact&channel=Page"), ("in vain in 5,000", "?channel=Booth"),
        ("by address, in vain in 5,000", "?order=Email&channel=Booth"),
    ];

    public IEnumerable<(string Name, Func<int, Task> Ask)> All(ScaleData data) =>
    [
        .. Lists.Select(list => (list.Name, (Func<int, Task>)(_ => browser.Get("/admin/leads" + list.Query)))),
        .. Others(data).Select(path => (path.Replace($"{data.LatestInNeed}", "…", StringComparison.Ordinal),
            (Func<int, Task>)(_ => browser.Get(path)))),
    ];

    private static string[] Others(ScaleData data) =>
    [
        "/admin", $"/admin/leads/{data.LatestInNeed}", $"/admin/leads/{data.LatestInNeed}/correction",
        "/admin/failures", $"/admin/failures/{ScaleData.GroupOf(0)}/fix", $"/admin/failures/{ScaleData.GroupOf(0)}/notes",
        "/admin/runs", $"/admin/runs/{StaffData.Run}", $"/admin/runs/{StaffData.Run}/leads",
        "/admin/devices", $"/admin/events/{StaffData.Event}", $"/admin/events/{StaffData.Event}/report",
        $"/admin/events/{StaffData.Event}/ready",
        "/admin/forms", "/admin/forms/contact", "/admin/forms/contact/numbers", "/admin/forms/contact/follow-up",
        "/admin/forms/contact/settings", "/admin/forms/contact/notifications", "/admin/forms/contact/share",
        "/admin/forms/contact/versions", "/admin/forms/drift",
        "/admin/audit", "/admin/users", "/admin/settings", "/admin/settings/sending",
        "/admin/settings/limits", "/admin/settings/server", "/admin/settings/spam", "/admin/settings/alerts",
        "/admin/settings/api-keys", "/admin/profile",
    ];

    public static async Task<ScalePages> Open(StoreOptions store)
    {
        var app = await LeadCaptureApp.Start(
        [
            "--urls=http://127.0.0.1:0", "--environment=Production", $"--DataDirectory={store.DataDirectory}",
            $"--Database:Provider={store.Provider}", $"--ConnectionStrings:LeadCapture={store.ConnectionString}",
            "--Reply:UseSandbox=false", "--Reply:BaseUrl=http://127.0.0.1:9",
            .. AdminClient.Settings.Select(setting => $"--{setting.Name.Replace("__", ":", StringComparison.Ordinal)}={setting.Value}"),
        ]);
        return new(app, await AdminClient.SignIn(new(app.Urls.First())));
    }

    public async Task Search(string text)
    {
        var (_, page) = await browser.Post("/admin/leads/search", ("text", text));
        if (!page.Contains("<h1>Leads</h1>", StringComparison.Ordinal))
            throw new InvalidOperationException("It is another page.");
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
