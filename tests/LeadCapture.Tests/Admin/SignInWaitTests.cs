using LeadCapture.Admin.Access;
using LeadCapture.Admin.Audit;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Admin;

/// Guessing becomes slow, and keeps nobody out.
public class SignInWaitTests
{
    [Fact]
    public async Task The_wait_grows_with_each_wrong_try_and_the_right_password_works_after_it()
    {
        await using var app = await TestApp.StartAtRest();
        await app.Adds(Role.Owner);
        using var browser = AdminBrowser.Of(app);
        for (var tries = 0; tries < TryLimit.Free; tries++)
            await browser.SignsIn("owner@example.com", "wrong");

        foreach (var minutes in (int[])[1, 2, 4, 8, 15, 15])
        {
            app.Clock!.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
            Assert.Equal((minutes, 422), (minutes, (await browser.SignsIn("owner@example.com")).Status));
            app.Clock.Advance(TimeSpan.FromSeconds(1));
            await browser.SignsIn("owner@example.com", "wrong");
        }
        app.Clock!.Advance(TryLimit.LongestWait);

        Assert.Equal(303, (await browser.SignsIn("owner@example.com")).Status);
        await browser.Posts("/admin/logout");
        await browser.SignsIn("owner@example.com", "wrong");
        Assert.Equal(303, (await browser.SignsIn("owner@example.com")).Status);
    }

    [Fact]
    public async Task Who_was_signed_in_here_before_goes_on_while_others_guess()
    {
        await using var app = await TestApp.Start();
        using var owner = await AdminBrowser.SignedIn(app);
        using AdminBrowser stranger = AdminBrowser.Of(app), viewer = await AdminBrowser.SignedIn(app, Role.Viewer);
        for (var tries = 0; tries < TryLimit.Free; tries++)
            await stranger.SignsIn("owner@example.com", "wrong");

        Assert.Equal(422, (await stranger.SignsIn("owner@example.com")).Status);
        Assert.Equal(422, (await viewer.SignsIn("owner@example.com")).Status);
        await owner.Posts("/admin/logout");
        Assert.Equal(303, (await owner.SignsIn("owner@example.com")).Status);
        Assert.Contains("Blocked", (await owner.Gets("/admin/users")).Main.TextContent, StringComparison.Ordinal);
        for (var tries = 0; tries < TryLimit.Free; tries++)
            await owner.SignsIn("owner@example.com", "wrong");
        Assert.Equal(422, (await owner.SignsIn("owner@example.com")).Status);
    }

    [Fact]
    public async Task A_cookie_that_we_did_not_make_is_no_known_browser()
    {
        await using var app = await TestApp.Start();
        await app.Adds(Role.Owner);
        using var stranger = AdminBrowser.Of(app);
        stranger.Cookies.Add(new System.Net.Cookie("leadcapture-device", "x", "/admin", app.Address.Host));
        for (var tries = 0; tries < TryLimit.Free; tries++)
            await stranger.SignsIn("owner@example.com", "wrong");

        Assert.Equal(422, (await stranger.SignsIn("owner@example.com")).Status);
        Assert.Equal(TryKind.Password, (await app.Query(db => db.Tries.AsNoTracking().SingleAsync())).Kind);
    }

    [Fact]
    public async Task A_try_for_an_address_that_nobody_has_is_the_same_work()
    {
        var (known, unknown) = (await Asked("owner@example.com"), await Asked("nobody@example.com"));

        Assert.NotEmpty(known);
        Assert.Equal(known, unknown);
    }

    [Fact]
    public async Task Of_an_address_that_nobody_has_nothing_is_kept_that_tells_it()
    {
        await using var app = await TestApp.Start();
        using var stranger = AdminBrowser.Of(app);
        for (var number = 0; number < 3; number++)
            await stranger.SignsIn($"my password {number}", "x");

        var kept = await app.Query(db => db.Tries.AsNoTracking().ToListAsync());
        Assert.Equal(3, kept.Count);
        Assert.All(kept, one => Assert.StartsWith("00000", one.Subject.ToString(), StringComparison.Ordinal));
        Assert.Equal(0, await app.Query(db => db.AuditEntries.CountAsync()));
    }

    /// The statements of wrong tries, up to those that come too early; how often each, too.
    private static async Task<List<string>> Asked(string email)
    {
        var asked = new AskedSql();
        await using var app = await TestApp.Start(new TestAppPlan { Configure = asked.Watch });
        await app.Adds(Role.Owner);
        using var stranger = AdminBrowser.Of(app);
        await stranger.Gets("/admin/login");
        var before = asked.Count;
        for (var tries = 0; tries <= TryLimit.Free; tries++)
            Assert.Equal(422, (await stranger.SignsIn(email, "wrong")).Status);
        return [.. asked.InOrder.Skip(before).Where(sql => sql.Contains("sign_in_tries", StringComparison.Ordinal)
            || sql.Contains("users", StringComparison.Ordinal) || sql.Contains("audit", StringComparison.Ordinal))];
    }
}
