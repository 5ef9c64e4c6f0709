using LeadCapture.Alerts;
using LeadCapture.Alerts.Notices;
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

    public static Task LooksForNotices(this TestApp app) =>
        app.Services.GetRequiredService<NoticeWatch>().Look(TestContext.Current.CancellationToken);

    /// Time passes, and whoever is to hear of new leads then has heard.
    public static async Task NoticesPass(this TestApp app, TimeSpan time)
    {
        await app.Passes(time);
        await app.LooksForNotices();
        // The program itself may have been first, and still be telling.
        await TestApp.Eventually(async () => (await app.Query(db => db.LeadNotices.AsNoTracking().ToListAsync()))
            .TrueForAll(notice => !IsUnderWay(notice, app.Clock!.GetUtcNow().UtcDateTime)), "nobody is being told");
    }

    private static bool IsUnderWay(LeadNotice notice, DateTime now) =>
        IsAt(notice.NextAt, now + NoticeWatch.Again) && !IsAt(notice.LastErrorAt, now);

    private static bool IsAt(DateTime? one, DateTime other) => (one - other)?.Duration() < TimeSpan.FromMilliseconds(1);

    /// Time passes until so many messages were received, and no more come.
    public static async Task Notices(this TestApp app, Func<int> received, int count)
    {
        foreach (var _ in Enumerable.Range(0, 4))
            await app.NoticesPass(TimeSpan.FromSeconds(20));
        await TestApp.Eventually(() => Task.FromResult(received() >= count), $"{count} messages");
        Assert.Equal(count, received());
    }

    /// A look whose messages are sent when the call returns.
    public static Task Looks(this TestApp app) =>
        app.Services.GetRequiredService<AlertWatch>().Look(TestContext.Current.CancellationToken);
}
