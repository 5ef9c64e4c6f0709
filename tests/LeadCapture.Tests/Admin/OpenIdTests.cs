using LeadCapture.Admin.Audit;
using LeadCapture.Admin.Users;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace LeadCapture.Tests.Admin;

/// With a real provider, over HTTP. Groups: bosses are owners, sales and events operators, everybody a viewer.
public class OpenIdTests
{
    [Fact]
    public async Task A_person_whose_group_has_a_role_comes_in_and_is_a_user_with_it()
    {
        await using var provider = await OpenIdProvider.Start();
        await using var app = await Start(provider);
        using var browser = AdminBrowser.Of(app);
        provider.Person = new("1234", "ann@example.com", true, "everybody", "elsewhere");

        var button = (await browser.Gets("/admin/login?to=/admin/leads")).Html.QuerySelector("a[href*=open-id]")!;
        Assert.Equal(("Sign in with Example ID", OpenIdVerbs.Start + "?to=%2Fadmin%2Fleads"),
            (button.TextContent.Trim(), button.GetAttribute("href")));
        Assert.Equal("Leads", (await browser.ComesByOpenId("/admin/leads")).Title);

        var ann = await UserOf(app, "ann@example.com");
        Assert.Equal(("Ann Lee", Role.Viewer, "1234"), (ann.Name, ann.Role, ann.OpenIdSubject));
        var profile = await browser.Gets("/admin/profile");
        Assert.StartsWith("You sign in with Example ID.", profile.Under("Sign-in"), StringComparison.Ordinal);
        Assert.Null(profile.Html.QuerySelector("input[type=password], [data-passkey]"));
        Assert.All(browser.Cookies.GetAllCookies(), cookie => Assert.Equal(("/admin", true), (cookie.Path, cookie.HttpOnly)));
        var entries = await app.Query(db => db.AuditEntries.Where(entry => entry.UserId == ann.Id)
            .OrderBy(entry => entry.Id).Select(entry => $"{entry.Act}: {entry.Text}").ToListAsync());
        Assert.Equal(["joined: as Viewer, by OpenID Connect", "signed in: by OpenID Connect"], entries);
        Assert.DoesNotContain(await app.EndsWithLog(), line => line.Contains("ann", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_groups_decide_about_the_role_at_every_sign_in_and_the_highest_one_counts()
    {
        await using var provider = await OpenIdProvider.Start();
        await using var app = await Start(provider);
        using AdminBrowser first = AdminBrowser.Of(app), second = AdminBrowser.Of(app);
        foreach (var (groups, role) in new (string[], Role)[]
            { (["everybody", "bosses", "sales"], Role.Owner), (["events"], Role.Operator), (["everybody"], Role.Viewer) })
        {
            provider.Person = provider.Person with { Groups = groups };
            Assert.Equal("Dashboard", (await second.ComesByOpenId()).Title);
            Assert.Equal(role, (await UserOf(app, "ann@example.com")).Role);
            await second.Posts("/admin/logout");
            if (role == Role.Owner)
                await first.ComesByOpenId();
            Assert.Equal(role == Role.Owner ? 200 : 403, (await first.Gets("/admin/users")).Status);
        }
    }

    [Fact]
    public async Task Who_has_lost_every_group_is_refused_and_signed_out_everywhere()
    {
        await using var provider = await OpenIdProvider.Start();
        await using var app = await Start(provider);
        using AdminBrowser browser = AdminBrowser.Of(app), other = AdminBrowser.Of(app);
        await browser.ComesByOpenId();
        provider.Person = provider.Person with { Groups = ["elsewhere", "Sales", "sales,"] };

        var refused = await other.ComesByOpenId();

        Assert.Equal((403, "Your account has no access to LeadCapture"), (refused.Status, refused.Title));
        Assert.Equal((302, 302), ((await browser.Gets("/admin")).Status, (await other.Gets("/admin")).Status));
    }

    [Fact]
    public async Task The_provider_is_asked_again_after_half_a_day_whatever_somebody_does()
    {
        await using var provider = await OpenIdProvider.Start();
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var app = await TestApp.Start(new TestAppPlan { Settings = provider.Settings, Clock = clock });
        await app.Adds(Role.Owner);
        using var browser = AdminBrowser.Of(app);
        provider.Person = provider.Person with { Groups = ["sales"] };
        await browser.ComesByOpenId();

        clock.Advance(TimeSpan.FromHours(7));
        Assert.Equal(200, (await browser.Gets("/admin")).Status);
        clock.Advance(TimeSpan.FromHours(7));

        Assert.Equal(302, (await browser.Gets("/admin")).Status);
    }

    [Fact]
    public async Task Without_a_group_that_has_a_role_nobody_becomes_a_user()
    {
        await using var provider = await OpenIdProvider.Start();
        await using var app = await Start(provider);
        using var browser = AdminBrowser.Of(app);
        provider.Person = provider.Person with { Groups = [] };

        var refused = await browser.ComesByOpenId();

        Assert.Equal((403, "Your account has no access to LeadCapture"), (refused.Status, refused.Title));
        Assert.NotNull(refused.Html.QuerySelector("a[href='/admin/login']"));
        Assert.Equal(1, await app.Query(db => db.Users.CountAsync()));
        var entry = await app.Query(db => db.AuditEntries.SingleAsync());
        Assert.Equal(("sign-in refused", "by OpenID Connect: no group has a role"), (entry.Act, entry.Text));
        Assert.Equal("/admin/login", (await browser.Gets(OpenIdVerbs.Start + "/enter")).To);
    }

    [Fact]
    public async Task An_invited_user_comes_in_by_a_confirmed_address_and_the_invitation_is_over()
    {
        await using var provider = await OpenIdProvider.Start();
        await using var app = await Start(provider);
        using var owner = AdminBrowser.Of(app);
        await owner.SignsIn("owner@example.com");
        using var browser = AdminBrowser.Of(app);
        var invited = await owner.Does("/admin/users", ("name", "Ann"), ("email", "ANN@example.com"), ("role", "Viewer"));
        var link = new Uri(invited.Html.QuerySelector("#link")!.GetAttribute("value")!).AbsolutePath;

        Assert.Equal("Dashboard", (await browser.ComesByOpenId()).Title);

        var ann = await app.Query(db => db.Users.SingleAsync(user => user.Name == "Ann"));
        Assert.Equal(("1234", Role.Operator), (ann.OpenIdSubject, ann.Role));
        Assert.Equal(410, (await browser.Gets(link)).Status);
        Assert.Contains("Managed by Example ID", (await owner.Gets("/admin/users")).Main.TextContent, StringComparison.Ordinal);
        var page = await owner.Gets("/admin/users/" + ann.Id);
        Assert.Equal("Example ID; groups there determine the role", page.Fact("Signs in with"));
        Assert.Null(page.Html.QuerySelector("form[action$=role]"));
        Assert.Equal("The role of Ann is determined by their groups.",
            (await owner.Does($"/admin/users/{ann.Id}/role", ("role", "Owner"))).News);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [InlineData(null)]
    public async Task Who_signs_in_with_a_password_is_never_taken_over_by_an_address(bool? verified)
    {
        await using var provider = await OpenIdProvider.Start();
        await using var app = await Start(provider);
        using var browser = AdminBrowser.Of(app);
        provider.Person = new("666", "Owner@example.com", verified, "everybody");

        var refused = await browser.ComesByOpenId();

        Assert.Equal(403, refused.Status);
        Assert.Equal(
            verified == false ? "No verified email address" : "This email address already has an account", refused.Title);
        var owner = await app.Query(db => db.Users.SingleAsync());
        Assert.Equal((Role.Owner, null, true), (owner.Role, owner.OpenIdSubject, owner.PasswordHash is not null));
        Assert.Equal("/admin", (await browser.SignsIn("owner@example.com")).To);
    }

    [Fact]
    public async Task An_address_that_is_not_confirmed_opens_no_invitation()
    {
        await using var provider = await OpenIdProvider.Start();
        await using var app = await Start(provider);
        using var owner = AdminBrowser.Of(app);
        await owner.SignsIn("owner@example.com");
        using var browser = AdminBrowser.Of(app);
        await owner.Does("/admin/users", ("name", "Ann"), ("email", "ann@example.com"), ("role", "Admin"));

        foreach (var (verified, title) in new (bool?, string)[]
            { (false, "No verified email address"), (null, "This email address already has an account") })
        {
            provider.Person = provider.Person with { Verified = verified };
            Assert.Equal(title, (await browser.ComesByOpenId()).Title);
        }
        provider.Person = provider.Person with { Email = "" };
        Assert.Equal("No verified email address", (await browser.ComesByOpenId()).Title);
        // Not every provider says whether it is confirmed. Such a person is somebody new.
        provider.Person = provider.Person with { Email = "new@example.com", Name = null };
        Assert.Equal("Dashboard", (await browser.ComesByOpenId()).Title);

        Assert.Equal("new@example.com", (await UserOf(app, "new@example.com")).Name);
        Assert.Null((await UserOf(app, "ann@example.com")).OpenIdSubject);
    }

    [Fact]
    public async Task An_admin_changes_an_account_to_the_provider_and_back_to_a_password()
    {
        await using var provider = await OpenIdProvider.Start();
        await using var app = await Start(provider);
        var ann = await app.Adds(Role.Viewer, "ann@example.com");
        using AdminBrowser owner = AdminBrowser.Of(app), browser = AdminBrowser.Of(app);
        await owner.SignsIn("owner@example.com");
        await browser.SignsIn("ann@example.com");

        Assert.Equal("Viewer One can now sign in with Example ID.", (await owner.Does($"/admin/users/{ann.Id}/open-id")).News);
        Assert.Equal(302, (await browser.Gets("/admin")).Status);
        Assert.Equal(422, (await browser.SignsIn("ann@example.com")).Status);
        Assert.Equal("Dashboard", (await browser.ComesByOpenId()).Title);
        Assert.Equal(Role.Operator, (await UserOf(app, "ann@example.com")).Role);

        var made = await owner.Does($"/admin/users/{ann.Id}/link");
        using var guest = AdminBrowser.Of(app);
        await guest.Does(new Uri(made.Html.QuerySelector("#link")!.GetAttribute("value")!).AbsolutePath,
            ("newPassword", Users.Password));
        Assert.Equal(302, (await browser.Gets("/admin")).Status);
        Assert.Equal("This email address already has an account", (await browser.ComesByOpenId()).Title);
        Assert.Equal("/admin", (await browser.SignsIn("ann@example.com")).To);
    }

    [Fact]
    public async Task There_is_always_an_owner_with_a_password()
    {
        await using var provider = await OpenIdProvider.Start();
        await using var app = await Start(provider);
        using AdminBrowser owner = AdminBrowser.Of(app), boss = AdminBrowser.Of(app);
        await owner.SignsIn("owner@example.com");
        (provider.Person, provider.AskedAt) = (provider.Person with { Groups = ["bosses"] }, DateTimeOffset.UtcNow);
        await boss.ComesByOpenId();
        var id = (await UserOf(app, "owner@example.com")).Id;

        foreach (var act in (string[])["role", "disable", "open-id"])
            Assert.StartsWith("At least one enabled", (await boss.Does($"/admin/users/{id}/{act}", ("role", "Viewer"))).News,
                StringComparison.Ordinal);

        Assert.Equal(200, (await owner.Gets("/admin/users")).Status);
    }

    [Fact]
    public async Task A_disabled_user_stays_out()
    {
        await using var provider = await OpenIdProvider.Start();
        await using var app = await Start(provider);
        using AdminBrowser owner = AdminBrowser.Of(app), browser = AdminBrowser.Of(app);
        await owner.SignsIn("owner@example.com");
        await browser.ComesByOpenId();

        await owner.Does($"/admin/users/{(await UserOf(app, "ann@example.com")).Id}/disable");

        Assert.Equal(302, (await browser.Gets("/admin")).Status);
        Assert.Equal("Your account is disabled", (await browser.ComesByOpenId()).Title);
        Assert.Equal(302, (await browser.Gets("/admin")).Status);
    }

    [Fact]
    public async Task A_provider_may_tell_who_it_is_only_when_asked()
    {
        await using var provider = await OpenIdProvider.Start();
        await using var app = await Start(provider);
        using var browser = AdminBrowser.Of(app);
        provider.TellsOnlyWhenAsked = true;
        provider.Person = provider.Person with { Groups = ["elsewhere", "bosses"] };

        Assert.Equal("Dashboard", (await browser.ComesByOpenId()).Title);
        Assert.Equal(Role.Owner, (await UserOf(app, "ann@example.com")).Role);
    }

    [Theory]
    [InlineData("https://evil.example/admin/")]
    [InlineData("//evil.example/admin/")]
    [InlineData("/admin/login/open-id")]
    public async Task A_link_from_outside_leads_nobody_elsewhere(string to)
    {
        await using var provider = await OpenIdProvider.Start();
        await using var app = await Start(provider);
        using var browser = AdminBrowser.Of(app);

        await browser.ReturnsFromProvider(to);
        var entered = await browser.Gets(OpenIdVerbs.Start + "/enter?to=" + Uri.EscapeDataString(to));

        Assert.Equal((303, "/admin"), (entered.Status, entered.To));
    }

    [Fact]
    public async Task Before_the_first_owner_nobody_comes_in_and_the_link_to_set_up_stays()
    {
        await using var provider = await OpenIdProvider.Start();
        await using var app = await TestApp.Start(provider.Settings);
        using var browser = AdminBrowser.Of(app);
        provider.Person = provider.Person with { Groups = ["bosses"] };

        Assert.Equal("LeadCapture is not set up yet", (await browser.ComesByOpenId()).Title);
        Assert.Equal(0, await app.Query(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task Where_no_provider_is_set_nothing_shows_of_it()
    {
        await using var app = await TestApp.Start();
        using var stranger = AdminBrowser.Of(app);

        Assert.DoesNotContain("open-id", (await stranger.Gets("/admin/login")).Source, StringComparison.Ordinal);
        foreach (var path in (string[])["", "/enter", "/problem?why=Down", "/callback?code=1&state=1"])
            Assert.Equal(404, (await stranger.Gets(OpenIdVerbs.Start + path)).Status);
    }

    /// With an owner who has a password, and Ann, who is in sales.
    private static async Task<TestApp> Start(OpenIdProvider provider)
    {
        provider.Person = provider.Person with { Groups = ["sales"] };
        var app = await TestApp.Start(provider.Settings);
        await app.Adds(Role.Owner);
        return app;
    }

    private static Task<User> UserOf(TestApp app, string email) =>
        app.Query(db => db.Users.AsNoTracking().SingleAsync(user => user.Email == email));
}
