using LeadCapture.Alerts;
using LeadCapture.Data;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LeadCapture.Tests.Alerts;

/// People who want to be told.
internal static class Listeners
{
    public static (string Name, string Value)[] Email(int port, params (string Name, string Value)[] others) =>
    [
        .. others,
        .. new (string Name, string Value)[]
        {
            ("recipients", "ops@example.com, boss@example.com"), ("smtpHost", "127.0.0.1"), ("smtpPort", $"{port}"),
            ("smtpSecurity", "None"), ("sender", "leads@example.com"), ("baseAddress", "https://leads.example.com"),
            ("silenceMinutes", "60"), ("stuckMinutes", "60"),
        }.Where(input => others.All(other => other.Name != input.Name)),
    ];

    public static async Task<AdminBrowser> IsToldByEmail(this TestApp app, int port)
    {
        var browser = await AdminBrowser.SignedIn(app, Role.Admin);
        Assert.Equal("Alerts saved.", (await browser.Does("/admin/settings/alerts", Email(port))).News);
        return browser;
    }

    /// Time passes until so many messages were received.
    public static async Task Hears(this TestApp app, Func<int> received, int count)
    {
        await app.PassesUntil(AlertWatch.Pause, () => Task.FromResult(received() >= count), TimeSpan.FromMinutes(10));
        await TestApp.Eventually(() => app.Query(IsWrittenDown), "written down what was told");
        await app.Looks();
        Assert.Equal(count, received());
    }

    /// A message arrives before the program has noted that it did.
    private static async Task<bool> IsWrittenDown(LeadDb db)
    {
        var silence = TimeSpan.FromMinutes((await db.Set<AlertSettings>().AsNoTracking().SingleAsync()).SilenceMinutes);
        var told = await db.Set<Alert>().AsNoTracking().Where(alert => alert.SilentUntil != null).ToListAsync();
        return told.TrueForAll(alert => alert.LastError is null
            && (alert.SilentUntil - alert.LastSent - silence)?.Duration() < TimeSpan.FromSeconds(1));
    }

    /// A look whose messages are sent when the call returns.
    public static Task Looks(this TestApp app) =>
        app.Services.GetRequiredService<AlertWatch>().Look(TestContext.Current.CancellationToken);
}
