using LeadCapture.Settings;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Admin;

public class PasskeyTests
{
    [Fact]
    public async Task A_passkey_signs_in_from_a_page_of_ours()
    {
        await using var app = await TestApp.Start();
        using var here = await AdminBrowser.SignedIn(app, Role.Viewer);
        var passkey = await Adds(app, here);
        using var other = AdminBrowser.Of(app);

        Assert.Equal((303, "/admin"), await Enters(other, passkey, Home(app)));
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("http://127.0.0.1.evil.example")]
    [InlineData("null")]
    public async Task What_was_signed_for_another_page_lets_nobody_in_whatever_the_request_says(string origin)
    {
        await using var app = await TestApp.Start();
        using var here = await AdminBrowser.SignedIn(app, Role.Viewer);
        var passkey = await Adds(app, here);
        using var other = AdminBrowser.Of(app);

        Assert.Equal(422, (await Enters(other, passkey, origin)).Status);
        Assert.Equal(302, (await other.Gets("/admin")).Status);
        var options = await here.Posts("/admin/profile/passkeys/options", ("passkeyPassword", Users.Password));
        var added = await here.PostsFrom(origin, "/admin/profile/passkeys", ("passkeyPassword", Users.Password),
            ("credential", new SoftPasskey().Makes(options.Source, origin)));
        Assert.Equal(422, added.Status);
    }

    [Fact]
    public async Task A_passkey_is_removed_only_by_who_has_just_shown_who_they_are_and_the_passkey_can_show_it()
    {
        await using var app = await TestApp.StartAtRest();
        using var here = await AdminBrowser.SignedIn(app, Role.Viewer);
        var passkey = await Adds(app, here);
        var remove = (await here.Gets("/admin/profile")).Html.QuerySelector("form[action$='/remove']")!.GetAttribute("action")!;
        app.Clock!.Advance(TimeSpan.FromMinutes(5));

        var asked = await here.Posts(remove);
        Assert.NotNull(asked.Html.QuerySelector("[data-passkey=get]"));
        Assert.NotNull((await here.Gets("/admin/profile")).Html.QuerySelector("form[action$='/remove']"));
        var options = await here.Posts("/admin/confirm/passkey/options");
        var wrong = await here.PostsHeld(asked, ("credential", passkey.Signs(options.Source, "https://evil.example")));
        Assert.Equal("Error: This passkey was not accepted", wrong.ErrorOf("confirmPassword"));
        options = await here.Posts("/admin/confirm/passkey/options");
        Assert.Equal(303, (await here.PostsHeld(wrong, ("credential", passkey.Signs(options.Source, Home(app))))).Status);

        Assert.Null((await here.Gets("/admin/profile")).Html.QuerySelector("form[action$='/remove']"));
    }

    private static string Home(TestApp app) => app.Address.GetLeftPart(UriPartial.Authority);

    private static async Task<SoftPasskey> Adds(TestApp app, AdminBrowser browser)
    {
        var passkey = new SoftPasskey();
        var options = await browser.Posts("/admin/profile/passkeys/options", ("passkeyPassword", Users.Password));
        var added = await browser.PostsFrom(Home(app), "/admin/profile/passkeys", ("passkeyPassword", Users.Password),
            ("credential", passkey.Makes(options.Source, Home(app))));
        Assert.Equal(303, added.Status);
        return passkey;
    }

    private static async Task<(int Status, string? To)> Enters(AdminBrowser browser, SoftPasskey passkey, string origin)
    {
        var options = await browser.Posts("/admin/login/passkey/options");
        var entered = await browser.PostsFrom(origin, "/admin/login/passkey",
            ("credential", passkey.Signs(options.Source, origin)));
        return (entered.Status, entered.To);
    }
}
