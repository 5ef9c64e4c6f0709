using LeadCapture.Admin.Access;
using LeadCapture.Admin.Audit;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Admin;

public class ProfileTests
{
    [Fact]
    public async Task A_new_password_ends_every_other_sign_in()
    {
        await using var app = await TestApp.Start();
        using var here = await AdminBrowser.SignedIn(app, Role.Viewer);
        using var phone = AdminBrowser.Of(app);
        await phone.SignsIn("viewer@example.com");

        var wrong = await here.Posts(
            "/admin/profile/password", ("currentPassword", "x"), ("newPassword", Users.Another));
        Assert.Equal("Error: This password is incorrect", wrong.ErrorOf("currentPassword"));
        await here.Does("/admin/profile/password", ("currentPassword", Users.Password), ("newPassword", Users.Another));
        Assert.Equal(0, await app.Query(db => db.Tries.CountAsync()));

        Assert.Equal((200, 302), ((await here.Gets("/admin")).Status, (await phone.Gets("/admin")).Status));
        Assert.Equal(422, (await phone.SignsIn("viewer@example.com")).Status);
        Assert.Equal(303, (await phone.SignsIn("viewer@example.com", Users.Another)).Status);
        Assert.Single(await app.Query(db => db.AuditEntries.Where(entry => entry.Text == "password").ToListAsync()));
    }

    [Fact]
    public async Task Whoever_finds_a_browser_open_does_not_find_out_the_password()
    {
        await using var app = await TestApp.Start();
        using var here = await AdminBrowser.SignedIn(app, Role.Viewer);

        for (var tries = 0; tries < TryLimit.Free; tries++)
            await here.Posts("/admin/profile/password", ("currentPassword", "x"), ("newPassword", Users.Another));
        var right = await here.Posts(
            "/admin/profile/password", ("currentPassword", Users.Password), ("newPassword", Users.Another));
        var off = await here.Posts("/admin/profile/second-factor/off", ("offPassword", Users.Password));

        Assert.StartsWith("Error: Too many failed attempts.", right.ErrorOf("currentPassword"), StringComparison.Ordinal);
        Assert.Equal(422, off.Status);
    }

    [Fact]
    public async Task A_user_sees_where_they_are_signed_in_and_ends_it()
    {
        await using var app = await TestApp.Start();
        using var here = await AdminBrowser.SignedIn(app, Role.Viewer);
        using var phone = AdminBrowser.Of(app);
        using var tablet = AdminBrowser.Of(app);
        await phone.SignsIn("viewer@example.com");
        await tablet.SignsIn("viewer@example.com");
        using var stranger = await AdminBrowser.SignedIn(app, Role.Operator);

        var page = await here.Gets("/admin/profile");
        var end = page.Html.QuerySelectorAll("form[action*='/sign-ins/'][action$='/end']")
            .Select(form => form.GetAttribute("action")!).Where(action => action != "/admin/profile/sign-ins/end").ToList();
        Assert.Equal(2, end.Count);
        await stranger.Does(end[0]);
        Assert.Equal(3, (await here.Gets("/admin/profile")).Html.QuerySelectorAll(".rows li strong").Length);
        await here.Does(end[0]);
        Assert.Equal([200, 302], new[] { (await phone.Gets("/admin")).Status, (await tablet.Gets("/admin")).Status }.Order());
        await here.Does("/admin/profile/sign-ins/end");

        Assert.Equal((302, 302, 200), ((await phone.Gets("/admin")).Status, (await tablet.Gets("/admin")).Status,
            (await here.Gets("/admin")).Status));
    }

    [Fact]
    public async Task A_new_name_stands_beside_what_one_does()
    {
        await using var app = await TestApp.Start();
        using var here = await AdminBrowser.SignedIn(app, Role.Viewer);

        var empty = await here.Posts("/admin/profile/name", ("name", ""));
        var changed = await here.Does("/admin/profile/name", ("name", "<b>Ann</b>"));

        Assert.Equal("Error: Enter a name", empty.ErrorOf("name"));
        Assert.Equal("<b>Ann</b>", changed.Html.QuerySelector(".self-name")!.TextContent);
    }
}
