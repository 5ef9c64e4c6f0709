using LeadCapture.Admin.Users;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Admin;

public class UserTests
{
    [Fact]
    public async Task An_invited_user_chooses_a_password_by_a_link_that_is_shown_once()
    {
        await using var app = await TestApp.Start();
        using var owner = await AdminBrowser.SignedIn(app);
        using var guest = AdminBrowser.Of(app);

        var made = await owner.Does("/admin/users", ("name", "Ben"), ("email", "ben@example.com"), ("role", "Operator"));
        var link = LinkOn(made)!;
        Assert.Equal("Ben invited.", made.News);
        Assert.Null(LinkOn(await owner.Gets("/admin/users/" + await IdOf(app, "ben@example.com"))));
        Assert.Contains("Invited", (await owner.Gets("/admin/users")).Main.TextContent, StringComparison.Ordinal);
        Assert.Equal(422, (await guest.SignsIn("ben@example.com", "")).Status);

        Assert.Equal("Welcome to LeadCapture", (await guest.Gets(link)).Title);
        await guest.Does(link, ("newPassword", Users.Password));
        Assert.Equal("/admin", (await guest.SignsIn("ben@example.com")).To);
        Assert.Equal(410, (await guest.Gets(link)).Status);
        Assert.Equal(Role.Operator, (await Find(app, "ben@example.com")).Role);
    }

    [Fact]
    public async Task An_address_is_invited_once_and_what_was_typed_stays()
    {
        await using var app = await TestApp.Start();
        using var owner = await AdminBrowser.SignedIn(app);

        var twice = await owner.Posts("/admin/users", ("name", "Ben"), ("email", "OWNER@example.com"), ("role", "Viewer"));
        var empty = await owner.Posts("/admin/users", ("name", " "), ("email", "ben@"), ("role", "7"));
        string[] wrong = [.. empty.Summary.Select(line => line.Id + ": " + line.Message).Order(StringComparer.Ordinal)];

        Assert.Equal("Error: A user with this email address already exists", twice.ErrorOf("email"));
        Assert.Equal(("Ben", "Viewer"), (twice.ValueOf("name"), twice.ValueOf("role")));
        Assert.Equal(
            ["email: Enter an email address like name@example.com", "name: Enter a name",
                "role: This value isn't valid here. Enter or choose another one."],
            wrong);
    }

    [Fact]
    public async Task A_new_role_counts_from_the_next_request_on()
    {
        await using var app = await TestApp.Start();
        using var owner = await AdminBrowser.SignedIn(app);
        using var viewer = await AdminBrowser.SignedIn(app, Role.Viewer);
        Assert.Equal(403, (await viewer.Gets("/admin/users")).Status);

        await owner.Does($"/admin/users/{await IdOf(app, "viewer@example.com")}/role", ("role", "Admin"));

        Assert.Equal(200, (await viewer.Gets("/admin/users")).Status);
    }

    [Fact]
    public async Task An_admin_has_no_power_over_owners_and_makes_none()
    {
        await using var app = await TestApp.Start();
        var owner = await app.Adds(Role.Owner);
        var viewer = await app.Adds(Role.Viewer);
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);

        foreach (var act in (string[])["role", "disable", "enable", "link", "sign-out"])
            Assert.Equal((act, 403), (act, (await admin.Posts($"/admin/users/{owner.Id}/{act}", ("role", "Viewer"))).Status));
        var raised = await admin.Does($"/admin/users/{viewer.Id}/role", ("role", "Owner"));
        var invited = await admin.Posts("/admin/users", ("name", "Ben"), ("email", "ben@example.com"), ("role", "Owner"));

        Assert.Equal("Only an owner can assign the admin or owner role.", raised.News);
        Assert.Equal("Error: Only an owner can invite an admin or owner", invited.ErrorOf("role"));
        Assert.Equal(Role.Viewer, (await Find(app, "viewer@example.com")).Role);
        Assert.Equal(3, await app.Query(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task An_admin_has_no_power_over_admins_themselves_included_and_makes_none()
    {
        await using var app = await TestApp.Start();
        var other = await app.Adds(Role.Admin, "other@example.com");
        var viewer = await app.Adds(Role.Viewer);
        using AdminBrowser admin = await AdminBrowser.SignedIn(app, Role.Admin), owner = await AdminBrowser.SignedIn(app);

        foreach (var id in (Guid[])[other.Id, await IdOf(app, "admin@example.com")])
        {
            foreach (var act in (string[])["role", "disable", "enable", "link", "sign-out", "open-id"])
                Assert.Equal((act, 403), (act, (await admin.Posts($"/admin/users/{id}/{act}", ("role", "Viewer"))).Status));
            Assert.Null((await admin.Gets($"/admin/users/{id}")).Html.QuerySelector("form[action^='/admin/users']"));
        }
        var raised = await admin.Does($"/admin/users/{viewer.Id}/role", ("role", "Admin"));
        var invited = await admin.Posts("/admin/users", ("name", "Ben"), ("email", "ben@example.com"), ("role", "Admin"));

        Assert.Equal("Only an owner can assign the admin or owner role.", raised.News);
        Assert.Equal("Error: Only an owner can invite an admin or owner", invited.ErrorOf("role"));
        Assert.Equal(Role.Viewer, (await Find(app, "viewer@example.com")).Role);
        Assert.NotNull(LinkOn(await owner.Does($"/admin/users/{other.Id}/link")));
    }

    [Theory]
    [InlineData("role", "Superuser")]
    [InlineData("role", "")]
    [InlineData("role", "7")]
    [InlineData("role", "-1")]
    [InlineData("rank", "Operator")]
    public async Task A_role_that_there_is_not_is_refused_and_is_never_another(string name, string role)
    {
        await using var app = await TestApp.Start();
        var user = await app.Adds(Role.Operator);
        using var owner = await AdminBrowser.SignedIn(app);

        var changed = await owner.Posts($"/admin/users/{user.Id}/role", (name, role));
        var invited = await owner.Posts("/admin/users", ("name", "Ben"), ("email", "ben@example.com"), (name, role));

        Assert.Equal((422, "Error: Choose a role"), (changed.Status, changed.ErrorOf("role")));
        Assert.Equal(422, invited.Status);
        Assert.NotNull(invited.ErrorOf("role"));
        Assert.Equal(Role.Operator, (await Find(app, user.Email!)).Role);
        Assert.Equal(2, await app.Query(db => db.Users.CountAsync()));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(-1)]
    public async Task A_stored_role_that_this_version_does_not_know_opens_nothing(int role)
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Viewer);

        await app.Query(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.Role, (Role)role)));

        Assert.Equal(302, (await browser.Gets("/admin")).Status);
        Assert.Equal(422, (await browser.SignsIn("viewer@example.com")).Status);
    }

    [Fact]
    public async Task A_link_is_over_when_its_user_is_disabled_and_stays_so()
    {
        await using var app = await TestApp.Start();
        using AdminBrowser owner = await AdminBrowser.SignedIn(app), guest = AdminBrowser.Of(app);
        var viewer = await app.Adds(Role.Viewer);
        var link = LinkOn(await owner.Does($"/admin/users/{viewer.Id}/link"))!;
        Assert.Equal(200, (await guest.Gets(link)).Status);

        await owner.Does($"/admin/users/{viewer.Id}/disable");
        Assert.Equal(410, (await guest.Posts(link, ("newPassword", Users.Another))).Status);
        Assert.Null(LinkOn(await owner.Does($"/admin/users/{viewer.Id}/link")));
        await owner.Does($"/admin/users/{viewer.Id}/enable");

        Assert.Equal(410, (await guest.Posts(link, ("newPassword", Users.Another))).Status);
        Assert.Equal(303, (await guest.SignsIn("viewer@example.com")).Status);
    }

    [Fact]
    public async Task There_is_always_an_owner()
    {
        await using var app = await TestApp.Start();
        using var first = await AdminBrowser.SignedIn(app);
        var id = await IdOf(app, "owner@example.com");

        var demoted = await first.Does($"/admin/users/{id}/role", ("role", "Viewer"));
        var disabled = await first.Does($"/admin/users/{id}/disable");
        Assert.StartsWith("At least one enabled owner", demoted.News, StringComparison.Ordinal);
        Assert.StartsWith("You can't disable yourself.", disabled.News, StringComparison.Ordinal);
        await app.Adds(Role.Owner, "second@example.com");
        await first.Does($"/admin/users/{id}/role", ("role", "Viewer"));

        Assert.Equal("second@example.com", (await app.Query(db => db.Users.SingleAsync(user => user.Role == Role.Owner))).Email);
    }

    [Fact]
    public async Task A_link_for_a_user_is_over_when_they_get_another_role()
    {
        await using var app = await TestApp.Start();
        using var owner = await AdminBrowser.SignedIn(app);
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        var viewer = await app.Adds(Role.Viewer);
        using var thief = AdminBrowser.Of(app);

        var link = LinkOn(await admin.Does($"/admin/users/{viewer.Id}/link"))!;
        await owner.Does($"/admin/users/{viewer.Id}/role", ("role", "Owner"));

        Assert.Equal(410, (await thief.Gets(link)).Status);
    }

    [Fact]
    public async Task Two_owners_who_demote_each_other_at_the_same_moment_do_not_both_succeed()
    {
        await using var app = await TestApp.Start();
        using var first = await AdminBrowser.SignedIn(app);
        using var second = await AdminBrowser.SignedIn(app, Role.Owner, "second@example.com");
        await first.Gets("/admin/profile");
        await second.Gets("/admin/profile");

        await Task.WhenAll(
            first.Posts($"/admin/users/{await IdOf(app, "second@example.com")}/role", ("role", "Viewer")),
            second.Posts($"/admin/users/{await IdOf(app, "owner@example.com")}/role", ("role", "Viewer")));

        Assert.Equal(1, await app.Query(db => db.Users.CountAsync(user => user.Role == Role.Owner)));
    }

    [Fact]
    public async Task A_disabled_user_is_out_and_comes_back_when_enabled()
    {
        await using var app = await TestApp.Start();
        using var owner = await AdminBrowser.SignedIn(app);
        using var viewer = await AdminBrowser.SignedIn(app, Role.Viewer);
        var id = await IdOf(app, "viewer@example.com");

        await owner.Does($"/admin/users/{id}/disable");
        Assert.Equal(302, (await viewer.Gets("/admin")).Status);
        Assert.Equal(422, (await viewer.SignsIn("viewer@example.com")).Status);

        await owner.Does($"/admin/users/{id}/enable");
        Assert.Equal(303, (await viewer.SignsIn("viewer@example.com")).Status);
    }

    [Fact]
    public async Task A_link_for_a_new_password_signs_out_everywhere_when_it_is_used()
    {
        await using var app = await TestApp.Start();
        using var owner = await AdminBrowser.SignedIn(app);
        using var viewer = await AdminBrowser.SignedIn(app, Role.Viewer);
        var id = await IdOf(app, "viewer@example.com");

        var first = LinkOn(await owner.Does($"/admin/users/{id}/link"))!;
        var second = LinkOn(await owner.Does($"/admin/users/{id}/link"))!;
        Assert.Equal(200, (await viewer.Gets("/admin")).Status);
        using var guest = AdminBrowser.Of(app);
        Assert.Equal(410, (await guest.Gets(first)).Status);
        await guest.Does(second, ("newPassword", Users.Another));

        Assert.Equal(302, (await viewer.Gets("/admin")).Status);
        Assert.Equal(422, (await viewer.SignsIn("viewer@example.com")).Status);
        Assert.Equal(303, (await viewer.SignsIn("viewer@example.com", Users.Another)).Status);
    }

    [Fact]
    public async Task An_admin_signs_a_user_out_everywhere()
    {
        await using var app = await TestApp.Start();
        using var owner = await AdminBrowser.SignedIn(app);
        using var viewer = await AdminBrowser.SignedIn(app, Role.Viewer);
        using var phone = AdminBrowser.Of(app);
        await phone.SignsIn("viewer@example.com");

        await owner.Does($"/admin/users/{await IdOf(app, "viewer@example.com")}/sign-out");

        Assert.Equal((302, 302), ((await viewer.Gets("/admin")).Status, (await phone.Gets("/admin")).Status));
        Assert.Equal(200, (await owner.Gets("/admin")).Status);
    }

    [Fact]
    public async Task An_id_in_a_form_never_stands_in_for_the_one_in_the_address()
    {
        await using var app = await TestApp.Start();
        using var owner = await AdminBrowser.SignedIn(app);
        var (viewer, other) = (await app.Adds(Role.Viewer), await app.Adds(Role.Viewer, "other@example.com"));

        await owner.Does($"/admin/users/{viewer.Id}/role", ("role", "Operator"), ("id", other.Id.ToString()));

        Assert.Equal(Role.Operator, (await Find(app, viewer.Email!)).Role);
        Assert.Equal(Role.Viewer, (await Find(app, other.Email!)).Role);
    }

    private static string? LinkOn(Page page) =>
        page.Html.QuerySelector("#link")?.GetAttribute("value") is { } link ? new Uri(link).AbsolutePath : null;

    private static async Task<Guid> IdOf(TestApp app, string email) => (await Find(app, email)).Id;

    private static Task<User> Find(TestApp app, string email) =>
        app.Query(db => db.Users.AsNoTracking().SingleAsync(user => user.Email == email));
}
