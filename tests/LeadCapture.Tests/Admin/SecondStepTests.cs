using LeadCapture.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Admin;

/// A code opens once, and what is stored of it opens nothing.
public class SecondStepTests
{
    [Fact]
    public async Task A_time_step_is_taken_once_and_no_earlier_one_after_it()
    {
        await using var app = await TestApp.Start();
        using var here = await AdminBrowser.SignedIn(app);
        var key = KeyOn(await here.Gets("/admin/profile/second-factor"));
        var codes = Enumerable.Range(0, 3).Select(ahead => Users.CodeOf(key, ahead)).ToList();
        Assert.Equal(303, (await TurnsOn(here, codes[0])).Status);
        using var other = AdminBrowser.Of(app);

        Assert.Equal(422, (await other.SignsIn("owner@example.com", code: codes[0])).Status);
        Assert.Equal(303, (await other.SignsIn("owner@example.com", code: codes[1])).Status);
        Assert.Equal(422, (await other.SignsIn("owner@example.com", code: codes[0])).Status);
        Assert.Equal(303, (await other.SignsIn("owner@example.com", code: codes[2])).Status);
        Assert.Equal(422, (await other.SignsIn("owner@example.com", code: codes[1])).Status);
        Assert.Equal(422, (await TurnsOn(here, codes[2])).Status);
    }

    [Fact]
    public async Task The_page_of_the_code_asks_for_the_code_alone()
    {
        await using var app = await TestApp.Start();
        using var here = await AdminBrowser.SignedIn(app);
        await TurnsOn(here, Users.CodeOf(KeyOn(await here.Gets("/admin/profile/second-factor"))));
        using var other = AdminBrowser.Of(app);
        Assert.StartsWith("/admin/login/code", (await other.SignsIn("owner@example.com")).To, StringComparison.Ordinal);

        var page = await other.Posts("/admin/login/code", ("code", ""), ("to", "/admin/leads"));

        Assert.Equal((422, "/admin/leads"), (page.Status, page.ValueOf("to")));
        Assert.Equal([("code", "Enter your code")], page.Summary);
    }

    [Fact]
    public async Task The_same_code_four_times_at_once_opens_once()
    {
        await using var app = await TestApp.Start();
        using var here = await AdminBrowser.SignedIn(app);
        var key = KeyOn(await here.Gets("/admin/profile/second-factor"));
        await TurnsOn(here, Users.CodeOf(key));

        Assert.Equal([303, 422, 422, 422], await AtOnce(app, Users.CodeOf(key, 1)));
    }

    [Fact]
    public async Task The_same_recovery_code_four_times_at_once_opens_once()
    {
        await using var app = await TestApp.Start();
        using var here = await AdminBrowser.SignedIn(app);
        var codes = await RecoveryCodes(here);

        Assert.Equal([303, 422, 422, 422], await AtOnce(app, codes[0]));
        var typed = codes[1].Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
        Assert.Equal([303, 422, 422, 422], await AtOnce(app, typed));
        var profile = await here.Gets("/admin/profile");
        Assert.Contains("8 recovery codes left", profile.Main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_reads_the_database_finds_no_key_and_no_code()
    {
        await using var app = await TestApp.Start();
        using var here = await AdminBrowser.SignedIn(app);
        var key = KeyOn(await here.Gets("/admin/profile/second-factor")).Replace(" ", "", StringComparison.Ordinal);
        var codes = await RecoveryCodes(here);

        var stored = string.Join('\n', await app.Query(db => db.Set<IdentityUserToken<Guid>>()
            .Select(token => token.LoginProvider + token.Name + token.Value).ToListAsync()));

        Assert.Equal(11, stored.Split('\n').Length);
        Assert.All([key, .. codes, .. codes.SelectMany(code => code.Split('-'))],
            secret => Assert.DoesNotContain(secret, stored, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<List<int>> AtOnce(TestApp app, string code)
    {
        var browsers = Enumerable.Range(0, 4).Select(_ => AdminBrowser.Of(app)).ToList();
        foreach (var browser in browsers)
        {
            await browser.SignsIn("owner@example.com");
            await browser.Gets("/admin/login/code");
        }
        var answers = await Task.WhenAll(browsers.Select(browser => browser.Posts("/admin/login/code", ("code", code))));
        browsers.ForEach(browser => browser.Dispose());
        return [.. answers.Select(answer => answer.Status).Order()];
    }

    private static Task<Page> TurnsOn(AdminBrowser browser, string code) =>
        browser.Posts("/admin/profile/second-factor", ("code", code), ("currentPassword", Users.Password));

    private static async Task<List<string>> RecoveryCodes(AdminBrowser browser)
    {
        var key = KeyOn(await browser.Gets("/admin/profile/second-factor"));
        var page = await browser.Gets((await TurnsOn(browser, Users.CodeOf(key))).To!);
        return [.. page.Html.QuerySelectorAll(".codes code").Select(code => code.TextContent)];
    }

    private static string KeyOn(Page page) => page.Html.QuerySelector(".secret-key")!.TextContent;
}
