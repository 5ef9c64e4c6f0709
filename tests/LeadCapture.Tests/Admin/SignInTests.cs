using LeadCapture.Admin.Access;
using LeadCapture.Admin.Audit;
using LeadCapture.Admin.Users;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace LeadCapture.Tests.Admin;

public class SignInTests
{
    [Fact]
    public async Task A_user_signs_in_by_the_form_and_out_again()
    {
        await using var app = await TestApp.Start();
        await app.Adds(Role.Viewer);
        using var browser = AdminBrowser.Of(app);

        Assert.Equal("/admin/login", new Uri((await browser.Gets("/admin")).To!).AbsolutePath);
        var entered = await browser.SignsIn("VIEWER@example.com ");
        Assert.Equal((303, "/admin"), (entered.Status, entered.To));
        Assert.Equal("Dashboard", (await browser.Gets("/admin")).Title);

        Assert.Equal("You have been signed out.", (await browser.Does("/admin/logout")).News);
        Assert.Equal(302, (await browser.Gets("/admin")).Status);
    }

    [Fact]
    public async Task Whoever_asked_for_a_page_comes_to_it_and_its_query_stays_out_of_the_address()
    {
        await using var app = await TestApp.Start();
        await app.Adds(Role.Owner);
        using var browser = AdminBrowser.Of(app);

        var asked = await browser.Gets("/admin/audit?user=ann@example.com");
        Assert.EndsWith("/admin/login?to=%2Fadmin%2Faudit", asked.To, StringComparison.Ordinal);
        var entered = await browser.Posts("/admin/login",
            ("email", "owner@example.com"), ("password", Users.Password), ("to", "/admin/audit"));

        Assert.Equal("/admin/audit", entered.To);
    }

    [Theory]
    [InlineData("https://evil.example/admin/")]
    [InlineData("//evil.example/admin/")]
    [InlineData("/admin/\\evil.example")]
    [InlineData("/f/contact")]
    [InlineData("/admin/logout")]
    [InlineData("/admin/leads\r\nSet-Cookie: a=b")]
    [InlineData("/admin/l\u00e4nder")]
    public async Task A_link_from_outside_leads_nobody_elsewhere(string to)
    {
        await using var app = await TestApp.Start();
        await app.Adds(Role.Owner);
        using var browser = AdminBrowser.Of(app);

        var entered = await browser.Posts(
            "/admin/login", ("email", "owner@example.com"), ("password", Users.Password), ("to", to));

        Assert.Equal("/admin", entered.To);
    }

    [Fact]
    public async Task Unknown_wrong_disabled_and_blocked_are_one_answer()
    {
        await using var app = await TestApp.Start();
        await app.Adds(Role.Owner);
        await app.Adds(Role.Viewer);
        await app.Query(db => db.Users.Where(user => user.Role == Role.Viewer)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.Disabled, true)));
        using var browser = AdminBrowser.Of(app);

        var unknown = await browser.SignsIn("nobody@example.com");
        var disabled = await browser.SignsIn("viewer@example.com");
        List<Page> wrong = [];
        for (var tries = 0; tries < TryLimit.Free; tries++)
            wrong.Add(await browser.SignsIn("owner@example.com", "not the password"));
        var blocked = await browser.SignsIn("owner@example.com");

        Assert.All([unknown, disabled, blocked, .. wrong], answer =>
        {
            Assert.Equal((422, "Sign in"), (answer.Status, answer.Title));
            Assert.Equal(unknown.Summary, answer.Summary);
            Assert.Equal(unknown.Inputs.Count, answer.Inputs.Count);
        });
        Assert.DoesNotContain("not the password", wrong[0].Source, StringComparison.Ordinal);
        Assert.Equal("owner@example.com", wrong[0].ValueOf("email"));
    }

    [Fact]
    public async Task A_wait_is_over_after_a_minute()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var app = await TestApp.Start(new TestAppPlan { Clock = clock });
        await app.Adds(Role.Owner);
        using var browser = AdminBrowser.Of(app);
        for (var tries = 0; tries < TryLimit.Free; tries++)
            await browser.SignsIn("owner@example.com", "wrong");
        Assert.Equal(422, (await browser.SignsIn("owner@example.com")).Status);

        clock.Advance(TryLimit.FirstWait);

        Assert.Equal(303, (await browser.SignsIn("owner@example.com")).Status);
        Assert.Equal(0, await app.Query(db => db.Tries.CountAsync()));
    }

    [Fact]
    public async Task Guesses_side_by_side_count_too()
    {
        await using var app = await TestApp.Start();
        await app.Adds(Role.Owner);
        var browsers = Enumerable.Range(0, 12).Select(_ => AdminBrowser.Of(app)).ToList();
        foreach (var browser in browsers)
            await browser.Gets("/admin/login");

        await Task.WhenAll(browsers.Select(browser => browser.SignsIn("owner@example.com", "wrong")));

        var tries = await app.Query(db => db.Tries.SingleAsync());
        Assert.Equal((TryLimit.Free, false), (tries.Count, tries.Open));
        Assert.True(tries.NextAt > DateTime.UtcNow);
        browsers.ForEach(browser => browser.Dispose());
    }

    [Fact]
    public async Task A_disabled_user_is_out_with_the_next_request()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        Assert.Equal(200, (await browser.Gets("/admin")).Status);

        await app.Query(async db =>
        {
            (await db.Users.SingleAsync()).Disable();
            return await db.SaveChangesAsync();
        });

        Assert.Equal(302, (await browser.Gets("/admin")).Status);
    }

    [Fact]
    public async Task A_sign_in_is_over_after_half_a_day_without_a_request()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var app = await TestApp.Start(new TestAppPlan { Clock = clock });
        using var browser = await AdminBrowser.SignedIn(app);

        clock.Advance(TimeSpan.FromHours(11));
        Assert.Equal(200, (await browser.Gets("/admin")).Status);
        clock.Advance(TimeSpan.FromHours(11));
        Assert.Equal(200, (await browser.Gets("/admin")).Status);
        clock.Advance(TimeSpan.FromHours(12));

        Assert.Equal(302, (await browser.Gets("/admin")).Status);
    }

    [Fact]
    public async Task The_cookies_are_for_the_admin_area_alone_and_no_script_reads_them()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app);

        var cookies = browser.Cookies.GetAllCookies();
        Assert.NotEmpty(cookies);
        Assert.All(cookies, cookie => Assert.Equal(("/admin", true), (cookie.Path, cookie.HttpOnly)));
        var page = await browser.Gets("/admin");
        Assert.Contains("no-store", page.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_ins_stand_in_the_audit_and_addresses_that_nobody_has_do_not()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app);
        using var other = AdminBrowser.Of(app);
        await other.SignsIn("owner@example.com", "wrong");
        await other.SignsIn("my password by mistake", "x");

        var entries = await app.Query(db => db.AuditEntries.OrderBy(entry => entry.Id).ToListAsync());

        Assert.Equal(["signed in", "sign-in refused"], entries.Select(entry => entry.Act));
        Assert.Equal(("Owner One <owner@example.com>", "127.0.0.1"), (entries[0].Who, entries[0].Address));
        Assert.DoesNotContain(await app.EndsWithLog(), line => line.Contains("owner@", StringComparison.OrdinalIgnoreCase));
    }
}
