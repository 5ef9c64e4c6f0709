using System.Text.RegularExpressions;
using LeadCapture.Admin.Users;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace LeadCapture.Tests.Admin;

/// Nobody becomes the owner by coming first.
public partial class FirstOwnerTests
{
    [Fact]
    public async Task The_link_in_the_log_sets_up_the_owner_once()
    {
        await using var app = await TestApp.Start();
        using var browser = AdminBrowser.Of(app);
        var link = await LinkIn(app);

        Assert.Equal("Set up LeadCapture", (await browser.Gets(link)).Title);
        var refused = await browser.Posts(link, ("name", ""), ("email", "ann"), ("newPassword", "short"));
        Assert.Equal((422, 3), (refused.Status, refused.Summary.Count));
        Assert.Equal("ann", refused.ValueOf("email"));
        var done = await browser.Does(link, ("name", "Ann Lee"), ("email", "ann@example.com"), ("newPassword", Users.Password));

        Assert.Equal("Sign in", done.Title);
        Assert.Equal("/admin", (await browser.SignsIn("ann@example.com")).To);
        var owner = await app.Query(db => db.Users.SingleAsync());
        Assert.Equal(("Ann Lee", Role.Owner), (owner.Name, owner.Role));
        using var other = AdminBrowser.Of(app);
        Assert.Equal(410, (await other.Gets(link)).Status);
        Assert.Equal(410, (await other.Posts(link, ("newPassword", Users.Password))).Status);
    }

    [Fact]
    public async Task Nobody_sets_up_anything_without_the_link()
    {
        await using var app = await TestApp.Start();
        using var browser = AdminBrowser.Of(app);

        foreach (var guess in (string[])["x", new string('A', 43), "setup"])
        {
            Assert.Equal(410, (await browser.Gets("/admin/welcome/" + guess)).Status);
            Assert.Equal(410, (await browser.Posts("/admin/welcome/" + guess,
                ("name", "Eve"), ("email", "eve@example.com"), ("newPassword", Users.Password))).Status);
        }

        Assert.False(await app.Query(db => db.Users.AnyAsync()));
        Assert.DoesNotContain((await LinkIn(app)).Split('/')[^1], string.Join(' ', await app.Query(db =>
            db.OneTimeLinks.Select(link => link.Hash).ToListAsync())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_is_over_after_a_day_and_a_new_start_makes_a_new_one()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var first = await TestApp.Start(new TestAppPlan { Clock = clock });
        var old = await LinkIn(first);
        clock.Advance(OneTimeLink.Lifetime);
        using (var browser = AdminBrowser.Of(first))
            Assert.Equal(410, (await browser.Gets(old)).Status);
        await first.Stop();

        await using var second = await TestApp.Start(new TestAppPlan { Clock = clock, Continues = first });

        var link = await LinkIn(second, after: old);
        using var later = AdminBrowser.Of(second);
        Assert.Equal(200, (await later.Gets(link)).Status);
    }

    [Fact]
    public async Task The_owner_of_the_settings_can_sign_in_and_there_is_no_link()
    {
        await using var app = await TestApp.Start("Admin:Email=ann@example.com", "Admin:Password=" + Users.Password);
        using var browser = AdminBrowser.Of(app);

        Assert.Equal("/admin", (await browser.SignsIn("ann@example.com")).To);
        var log = await app.EndsWithLog();
        Assert.DoesNotContain(log, line => line.Contains("/admin/welcome/", StringComparison.Ordinal));
        Assert.DoesNotContain(log, line => line.Contains("ann@example.com", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_settings_change_nothing_once_there_is_a_user()
    {
        var first = await TestApp.Start();
        await first.Adds(Role.Owner);
        await first.Stop();

        await using var second = await TestApp.Start(new TestAppPlan
        {
            Continues = first,
            Settings = ["Admin:Email=eve@example.com", "Admin:Password=" + Users.Password],
        });

        Assert.Equal("owner@example.com", (await second.Query(db => db.Users.SingleAsync())).Email);
        using var browser = AdminBrowser.Of(second);
        Assert.Equal(422, (await browser.SignsIn("eve@example.com")).Status);
    }

    /// Lines reach the file a little later.
    private static async Task<string> LinkIn(TestApp app, string? after = null)
    {
        string? link = null;
        await TestApp.Eventually(() =>
        {
            link = Link().Matches(ReadLog(app)).LastOrDefault()?.Value;
            return Task.FromResult(link is not null && link != after);
        }, "the link stands in the log");
        return link!;
    }

    private static string ReadLog(TestApp app)
    {
        var path = Assert.Single(Directory.GetFiles(Path.Combine(app.Folder, "logs")));
        using var log = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return log.ReadToEnd();
    }

    [GeneratedRegex("/admin/welcome/[A-Za-z0-9_-]{43}")]
    private static partial Regex Link();
}
