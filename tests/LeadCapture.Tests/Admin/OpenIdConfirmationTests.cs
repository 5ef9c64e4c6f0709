using LeadCapture.Admin.Users;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Admin;

/// Who has no password here shows at the provider who they are.
public class OpenIdConfirmationTests
{
    [Fact]
    public async Task A_fresh_sign_in_at_the_provider_opens_the_doors_and_an_old_one_does_not()
    {
        await using var provider = await OpenIdProvider.Start();
        await using var app = await TestApp.Start(provider.Settings);
        var viewer = await app.Adds(Role.Viewer);
        await app.Adds(Role.Owner);
        using var boss = AdminBrowser.Of(app);
        provider.Person = provider.Person with { Groups = ["bosses"] };
        provider.AskedAt = DateTimeOffset.UtcNow.AddHours(-1);
        await boss.ComesByOpenId();

        var asked = await boss.Posts($"/admin/users/{viewer.Id}/role", ("role", "Operator"));
        Assert.Null(asked.Html.QuerySelector("input[type=password]"));
        Assert.NotNull(asked.Html.QuerySelector("a[href='/admin/confirm/open-id'][target=_blank]"));
        var early = await boss.PostsHeld(asked);
        Assert.Equal((422, "Confirm your identity first"), (early.Status, early.Summary[0].Message));
        Assert.Equal(422, (await boss.PostsHeld(asked, ("confirmPassword", Users.Password))).Status);
        foreach (var stale in (DateTimeOffset?[])[null, DateTimeOffset.UtcNow.AddMinutes(-6), DateTimeOffset.UtcNow.AddHours(1)])
        {
            provider.AskedAt = stale;
            Assert.Equal("That was not a fresh sign-in", (await boss.ConfirmsByOpenId()).Title);
        }
        Assert.Equal(422, (await boss.PostsHeld(asked)).Status);
        Assert.Equal(Role.Viewer, await RoleOf(app, viewer.Id));

        provider.AskedAt = DateTimeOffset.UtcNow;
        Assert.Equal("Identity confirmed", (await boss.ConfirmsByOpenId()).Title);
        Assert.Equal(303, (await boss.PostsHeld(asked)).Status);
        Assert.Equal(Role.Operator, await RoleOf(app, viewer.Id));
    }

    [Fact]
    public async Task Another_account_of_the_provider_confirms_nothing()
    {
        await using var provider = await OpenIdProvider.Start();
        await using var app = await TestApp.Start(provider.Settings);
        await app.Adds(Role.Owner);
        using AdminBrowser boss = AdminBrowser.Of(app), owner = AdminBrowser.Of(app);
        provider.Person = provider.Person with { Groups = ["bosses"] };
        await boss.ComesByOpenId();
        provider.AskedAt = DateTimeOffset.UtcNow;
        provider.Person = new("666", "eve@example.com", true, "bosses");

        Assert.Equal((403, "That is another account"), await Said(boss));
        await owner.SignsIn("owner@example.com");
        Assert.Equal((403, "That is another account"), await Said(owner));
        Assert.Equal(422, (await boss.Posts("/admin/users", ("name", "Eve"))).Status);
        Assert.Equal(2, await app.Query(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task A_sign_in_at_which_the_provider_asked_counts_like_a_password()
    {
        await using var provider = await OpenIdProvider.Start();
        await using var app = await TestApp.Start(provider.Settings);
        var viewer = await app.Adds(Role.Viewer);
        await app.Adds(Role.Owner);
        using var boss = AdminBrowser.Of(app);
        provider.Person = provider.Person with { Groups = ["bosses"] };
        provider.AskedAt = DateTimeOffset.UtcNow;
        await boss.ComesByOpenId();

        Assert.Equal(303, (await boss.Posts($"/admin/users/{viewer.Id}/role", ("role", "Operator"))).Status);
    }

    private static async Task<(int, string)> Said(AdminBrowser browser)
    {
        var page = await browser.ConfirmsByOpenId();
        return (page.Status, page.Title);
    }

    private static Task<Role> RoleOf(TestApp app, Guid id) =>
        app.Query(db => db.Users.Where(user => user.Id == id).Select(user => user.Role).SingleAsync());
}
