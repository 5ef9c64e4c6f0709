using LeadCapture.Admin.Access;
using LeadCapture.Admin.Audit;
using LeadCapture.Admin.Users;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LeadCapture.Tests.Admin;

/// Whoever finds a browser open can look around, and neither keep nor take an account.
public class ConfirmationTests
{
    private static readonly TimeSpan Minutes = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData("link")]
    [InlineData("disable")]
    [InlineData("enable")]
    [InlineData("sign-out")]
    [InlineData("role")]
    public async Task What_is_done_to_a_user_asks_first_and_goes_on_with_the_password(string act)
    {
        await using var app = await TestApp.StartAtRest();
        var viewer = await app.Adds(Role.Viewer);
        using var owner = await AdminBrowser.SignedIn(app);
        app.Clock!.Advance(Minutes);
        var path = $"/admin/users/{viewer.Id}/{act}";

        var asked = await owner.Posts(path, ("role", "Operator"));
        var wrong = await owner.Confirms(asked, "x");
        Assert.Equal("Error: This password is incorrect", wrong.ErrorOf("confirmPassword"));
        Assert.Equal(["signed in"], await Acts(app));
        Assert.Equal((303, "/admin/users/" + viewer.Id), await WhereTo(owner.Confirms(wrong)));

        Assert.Equal(act == "role" ? Role.Operator : Role.Viewer, (await Find(app, "viewer@example.com")).Role);
        Assert.Equal(2, (await Acts(app)).Count);
        Assert.Equal(303, (await owner.Posts(path, ("role", "Operator"))).Status);
    }

    [Fact]
    public async Task An_open_browser_makes_no_link_for_itself()
    {
        await using var app = await TestApp.StartAtRest();
        using var owner = await AdminBrowser.SignedIn(app);
        app.Clock!.Advance(Minutes);

        var asked = await owner.Posts($"/admin/users/{(await Find(app, "owner@example.com")).Id}/link");

        Assert.Equal((422, "Confirm your identity"), (asked.Status, asked.Title));
        Assert.Equal(0, await app.Query(db => db.OneTimeLinks.CountAsync(link => link.UserId != null)));
    }

    [Fact]
    public async Task An_invitation_is_kept_until_it_is_confirmed()
    {
        await using var app = await TestApp.StartAtRest();
        using var owner = await AdminBrowser.SignedIn(app);
        app.Clock!.Advance(Minutes);

        var asked = await owner.Posts("/admin/users", ("name", "Ben"), ("email", "ben@example.com"), ("role", "Operator"));
        Assert.Equal(1, await app.Query(db => db.Users.CountAsync()));
        Assert.Equal(303, (await owner.Confirms(asked)).Status);

        Assert.Equal(Role.Operator, (await Find(app, "ben@example.com")).Role);
    }

    [Fact]
    public async Task The_key_of_Reply_io_is_replaced_after_a_confirmation_and_stands_nowhere_readable_until_then()
    {
        await using var app = await TestApp.StartAtRest();
        using var owner = await AdminBrowser.SignedIn(app);
        app.Clock!.Advance(Minutes);

        var asked = await owner.Posts("/admin/settings/key",
            ("apiKey", "zqkey-of-reply"), ("baseUrl", app.ReplyIo.Address.ToString()));
        Assert.DoesNotContain("zqkey", asked.Source, StringComparison.Ordinal);
        Assert.Equal(0, await app.Query(db => db.Secrets.CountAsync()));
        Assert.Equal(303, (await owner.Confirms(asked)).Status);
        Assert.Equal(1, await app.Query(db => db.Secrets.CountAsync()));
        app.Clock.Advance(Minutes);
        Assert.Equal(422, (await owner.Posts("/admin/settings/key/forget")).Status);

        Assert.Equal(1, await app.Query(db => db.Secrets.CountAsync()));
        Assert.DoesNotContain(await app.EndsWithLog(), line => line.Contains("zqkey", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_key_of_an_authenticator_app_is_shown_after_a_confirmation()
    {
        await using var app = await TestApp.StartAtRest();
        using var here = await AdminBrowser.SignedIn(app, Role.Viewer);
        app.Clock!.Advance(Minutes);

        var asked = await here.Gets("/admin/profile/second-factor");
        Assert.Null(asked.Html.QuerySelector(".secret-key"));
        Assert.Equal(422, (await here.Confirms(asked, "x")).Status);
        Assert.Equal((303, "/admin/profile/second-factor"), await WhereTo(here.Confirms(asked)));

        Assert.NotNull((await here.Gets("/admin/profile/second-factor")).Html.QuerySelector(".secret-key"));
    }

    [Fact]
    public async Task What_is_kept_goes_to_the_place_it_was_typed_for_in_the_same_browser_and_not_for_long()
    {
        await using var app = await TestApp.StartAtRest();
        var viewer = await app.Adds(Role.Viewer);
        using AdminBrowser owner = await AdminBrowser.SignedIn(app), other = AdminBrowser.Of(app);
        await other.SignsIn("owner@example.com");
        app.Clock!.Advance(Minutes);
        var asked = await owner.Posts($"/admin/users/{viewer.Id}/link");
        (string, string)[] proof = [("held", asked.ValueOf("held")!), ("confirmPassword", Users.Password)];

        Assert.Equal("/admin", (await owner.Posts($"/admin/users/{viewer.Id}/disable", proof)).To);
        Assert.Equal("/admin", (await other.Posts($"/admin/users/{viewer.Id}/link", proof)).To);
        Assert.Equal("/admin", (await owner.Posts($"/admin/users/{viewer.Id}/link", ("held", "x"), proof[1])).To);
        app.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal("/admin", (await owner.Posts($"/admin/users/{viewer.Id}/link", proof)).To);

        Assert.Equal(0, await app.Query(db => db.OneTimeLinks.CountAsync(link => link.UserId != null)));
        Assert.False((await Find(app, "viewer@example.com")).Disabled);
    }

    [Fact]
    public async Task An_open_browser_does_not_find_out_the_password_and_keeps_nobody_out()
    {
        await using var app = await TestApp.StartAtRest();
        var viewer = await app.Adds(Role.Viewer);
        using AdminBrowser owner = await AdminBrowser.SignedIn(app), elsewhere = AdminBrowser.Of(app);
        app.Clock!.Advance(Minutes);
        var asked = await owner.Posts($"/admin/users/{viewer.Id}/disable");
        for (var tries = 0; tries < TryLimit.Free; tries++)
            await owner.Confirms(asked, "x");

        Assert.StartsWith("Error: Too many failed attempts.", (await owner.Confirms(asked)).ErrorOf("confirmPassword"),
            StringComparison.Ordinal);
        Assert.Equal(303, (await elsewhere.SignsIn("owner@example.com")).Status);
        app.Clock.Advance(TryLimit.FirstWait);
        Assert.Equal(303, (await owner.Confirms(asked)).Status);
    }

    /// Made from the list of all routes: a door that is added is not forgotten.
    [Fact]
    public async Task Every_door_to_users_and_to_the_key_asks()
    {
        await using var app = await TestApp.Start();
        var open = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true)
            .Where(route => route.RoutePattern.RawText!.StartsWith("admin/users", StringComparison.Ordinal)
                || route.RoutePattern.RawText.StartsWith("admin/settings/key", StringComparison.Ordinal))
            .Where(route => route.Metadata.GetMetadata<ControllerActionDescriptor>()!.FilterDescriptors
                .All(filter => filter.Filter is not ConfirmedAttribute))
            .Select(route => route.RoutePattern.RawText);

        Assert.Equal(["admin/settings/key/test"], open);
    }

    private static async Task<(int, string?)> WhereTo(Task<Page> page) => ((await page).Status, (await page).To);

    private static Task<List<string>> Acts(TestApp app) =>
        app.Query(db => db.AuditEntries.OrderBy(entry => entry.Id).Select(entry => entry.Act).ToListAsync());

    private static Task<User> Find(TestApp app, string email) =>
        app.Query(db => db.Users.AsNoTracking().SingleAsync(user => user.Email == email));
}
