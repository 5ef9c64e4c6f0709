using LeadCapture.Admin.Users;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Admin;

/// What failed looks and sounds like it, and says what to do.
public class FeedbackTests
{
    [Fact]
    public async Task A_key_that_is_rejected_is_told_as_a_failure_with_what_to_do()
    {
        await using var app = await TestApp.Start(new TestAppPlan { ApiKey = "the-old-key-of-reply-9999" });
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);

        var failed = await browser.Does("/admin/settings/key/test");
        var done = await browser.Does("/admin/settings/key", ("apiKey", "test-key"));

        Assert.EndsWith("Copy the key again from Reply.io under Settings > API key, and save it here.", failed.News, StringComparison.Ordinal);
        Assert.True(failed.HasFailed);
        Assert.False(done.HasFailed);
        Assert.Equal("status", done.Html.QuerySelector(".news")!.GetAttribute("role"));
        Assert.Null((await browser.Gets("/admin/settings")).News);
    }

    [Fact]
    public async Task A_way_that_leads_nowhere_is_told_as_a_failure_with_what_to_do()
    {
        await using var app = await TestApp.Start("Reply:BaseUrl=https://169.254.169.254");
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);

        var key = await browser.Does("/admin/settings/key/test");
        var alerts = await browser.Does("/admin/settings/alerts/test");

        Assert.EndsWith("Check the address of Reply.io and whether this server can reach it, then test again.", key.News, StringComparison.Ordinal);
        Assert.True(key.HasFailed);
        Assert.Equal("No recipients yet. Set up email or a webhook first.", alerts.News);
        Assert.True(alerts.HasFailed);
    }

    [Fact]
    public async Task What_a_user_may_not_do_is_told_as_a_failure()
    {
        await using var app = await TestApp.Start();
        using var owner = await AdminBrowser.SignedIn(app, email: "owner@example.com");
        var me = await app.Query(db => db.Users.Select(user => user.Id).SingleAsync());

        Assert.True((await owner.Does($"/admin/users/{me}/disable")).HasFailed);
        Assert.True((await owner.Gets("/admin/profile/recovery-codes")).Status == 303);
        Assert.True((await owner.Gets("/admin/profile")).HasFailed);
    }

    [Theory]
    [InlineData("/admin/users", 403, "You don't have access to this page", "/admin")]
    [InlineData("/admin/leads/0190a0a0-0000-7000-8000-000000000000", 404, "Page not found", "/admin/leads")]
    [InlineData("/admin/nowhere", 404, "Page not found", "/admin")]
    public async Task Who_is_signed_in_stays_in_the_admin_area_when_a_page_is_refused_or_missing(string path, int status, string title, string back)
    {
        await using var app = await TestApp.Start();
        using AdminBrowser viewer = await AdminBrowser.SignedIn(app, Role.Viewer), stranger = AdminBrowser.Of(app);

        var page = await viewer.Gets(path);

        Assert.Equal((status, title), (page.Status, page.Title));
        Assert.NotNull(page.Html.QuerySelector(".places a[href='/admin/leads']"));
        Assert.Null(page.Html.QuerySelector(".places a[href='/admin/users']"));
        Assert.Equal(back, page.Main.QuerySelector(".acts a")!.GetAttribute("href"));
        Assert.Null((await viewer.Gets("/f/nowhere")).Html.QuerySelector(".places"));
        Assert.Null((await stranger.Gets("/admin/nowhere")).Html.QuerySelector(".places"));
    }
}
