using LeadCapture.Admin.Users;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Admin;

public class SecondFactorTests
{
    [Fact]
    public async Task With_a_second_factor_a_password_is_not_enough()
    {
        await using var app = await TestApp.Start();
        using var here = await AdminBrowser.SignedIn(app);
        var (key, _) = await TurnsOn(here);
        using var other = AdminBrowser.Of(app);

        var step = await other.SignsIn("owner@example.com");
        Assert.Equal((303, "/admin/login/code?to="), (step.Status, step.To));
        Assert.Equal(302, (await other.Gets("/admin")).Status);
        var page = await other.Gets(step.To!);
        Assert.DoesNotContain("owner@example.com", page.Source, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(422, (await other.Posts("/admin/login/code", ("code", "000000"))).Status);
        var entered = await other.Posts("/admin/login/code", ("code", Users.CodeOf(key, 1)));

        Assert.Equal((303, "/admin"), (entered.Status, entered.To));
        Assert.Equal(200, (await other.Gets("/admin")).Status);
    }

    [Fact]
    public async Task A_program_posts_the_code_with_the_password()
    {
        await using var app = await TestApp.Start();
        using var here = await AdminBrowser.SignedIn(app);
        var (key, _) = await TurnsOn(here);
        using var other = AdminBrowser.Of(app);

        Assert.Equal(422, (await other.SignsIn("owner@example.com", code: "000000")).Status);
        Assert.Equal("/admin", (await other.SignsIn("owner@example.com", code: Users.CodeOf(key, 1))).To);
    }

    [Fact]
    public async Task No_code_is_taken_twice()
    {
        await using var app = await TestApp.Start();
        using var here = await AdminBrowser.SignedIn(app);
        var (key, recovery) = await TurnsOn(here);
        var code = Users.CodeOf(key, 1);
        using var other = AdminBrowser.Of(app);

        Assert.Equal(303, (await other.SignsIn("owner@example.com", code: code)).Status);
        Assert.Equal(422, (await other.SignsIn("owner@example.com", code: code)).Status);
        Assert.Equal(303, (await other.SignsIn("owner@example.com", code: recovery[0])).Status);
        Assert.Equal(422, (await other.SignsIn("owner@example.com", code: recovery[0])).Status);
        Assert.Equal(303, (await other.SignsIn("owner@example.com", code: recovery[1])).Status);
    }

    [Fact]
    public async Task Who_knows_the_password_has_five_codes_to_guess_and_not_more()
    {
        await using var app = await TestApp.Start();
        using var here = await AdminBrowser.SignedIn(app);
        var (key, _) = await TurnsOn(here);
        using var other = AdminBrowser.Of(app);
        await other.SignsIn("owner@example.com");

        for (var tries = 0; tries < 4; tries++)
            await other.Posts("/admin/login/code", ("code", "000000"));
        await other.SignsIn("owner@example.com");
        await other.Posts("/admin/login/code", ("code", "000000"));

        Assert.Equal(422, (await other.Posts("/admin/login/code", ("code", Users.CodeOf(key, 1)))).Status);
        Assert.Equal(422, (await other.SignsIn("owner@example.com", code: Users.CodeOf(key, 1))).Status);
    }

    [Fact]
    public async Task It_is_turned_off_with_the_password_alone_and_set_up_with_another_key()
    {
        await using var app = await TestApp.Start();
        using var here = await AdminBrowser.SignedIn(app);
        var (key, _) = await TurnsOn(here);

        var wrong = await here.Posts("/admin/profile/second-factor/off", ("offPassword", "x"));
        Assert.Equal("Error: This password is incorrect", wrong.ErrorOf("offPassword"));
        var off = await here.Does("/admin/profile/second-factor/off", ("offPassword", Users.Password));
        Assert.Equal("Two-factor authentication turned off.", off.News);

        Assert.NotEqual(key, KeyOn(await here.Gets("/admin/profile/second-factor")));
        using var other = AdminBrowser.Of(app);
        Assert.Equal("/admin", (await other.SignsIn("owner@example.com")).To);
    }

    [Fact]
    public async Task Who_finds_a_browser_open_changes_nothing_of_how_one_signs_in()
    {
        await using var app = await TestApp.Start();
        using var here = await AdminBrowser.SignedIn(app);
        var key = KeyOn(await here.Gets("/admin/profile/second-factor"));

        var factor = await here.Posts("/admin/profile/second-factor", ("code", Users.CodeOf(key)), ("currentPassword", "x"));
        Assert.Equal((422, Users.CodeOf(key)), (factor.Status, factor.ValueOf("code")));
        Assert.NotNull(factor.ErrorOf("currentPassword"));
        var options = await here.Posts("/admin/profile/passkeys/options", ("passkeyPassword", "x"));
        Assert.Equal((422, "This password is incorrect"), (options.Status, options.Source));
        Assert.NotNull((await here.Posts("/admin/profile/passkeys", ("credential", "{}"))).ErrorOf("passkeyPassword"));
        var (_, recovery) = await TurnsOn(here);
        var codes = await here.Posts("/admin/profile/recovery-codes", ("codesPassword", "x"));
        Assert.NotNull(codes.ErrorOf("codesPassword"));

        using var other = AdminBrowser.Of(app);
        Assert.Equal("/admin", (await other.SignsIn("owner@example.com", code: recovery[0])).To);
        Assert.Equal(303, (await here.Posts("/admin/profile/recovery-codes", ("codesPassword", Users.Password))).Status);
        Assert.Equal(422, (await other.SignsIn("owner@example.com", code: recovery[1])).Status);
    }

    [Fact]
    public async Task A_code_that_does_not_fit_turns_nothing_on()
    {
        await using var app = await TestApp.Start();
        using var here = await AdminBrowser.SignedIn(app);
        var before = await here.Gets("/admin/profile/second-factor");

        var refused = await here.Posts("/admin/profile/second-factor", ("code", "12"), ("currentPassword", Users.Password));

        Assert.Equal((422, KeyOn(before)), (refused.Status, KeyOn(refused)));
        Assert.False((await app.Query(db => db.Users.SingleAsync())).TwoFactorEnabled);
    }

    private static async Task<(string Key, IReadOnlyList<string> Recovery)> TurnsOn(AdminBrowser browser)
    {
        var key = KeyOn(await browser.Gets("/admin/profile/second-factor"));
        var codes = await browser.Does("/admin/profile/second-factor", ("code", Users.CodeOf(key)), ("currentPassword", Users.Password));
        Assert.Equal(("Recovery codes", "Two-factor authentication turned on."), (codes.Title, codes.News));
        return (key, [.. codes.Html.QuerySelectorAll(".codes code").Select(code => code.TextContent)]);
    }

    private static string KeyOn(Page page) => page.Html.QuerySelector(".secret-key")!.TextContent;
}
