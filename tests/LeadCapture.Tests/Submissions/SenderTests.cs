using LeadCapture.Admin.Audit;
using LeadCapture.Admin.Runs;
using LeadCapture.Deliveries;
using LeadCapture.Settings;
using LeadCapture.Submissions.Spam;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Submissions;

/// People decide about what is quarantined, and the program learns from it.
public class SenderTests
{
    private const string Settings = "/admin/settings/spam";
    private static readonly (string, string) Pitch = ("notes", "Casino bonus: https://a.example https://b.example https://c.example, cheap viagra");

    [Fact]
    public async Task A_released_lead_is_sent_and_allows_its_sender_until_somebody_removes_it()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        await Pitches(app, "ann@shop.example");
        var path = await app.PathOf("ann@shop.example");

        var (list, page) = (await admin.Gets("/admin/leads?state=Quarantined"), await admin.Gets(path));
        await admin.Decides(page, "release");
        await app.IsDelivered("ann@shop.example");
        await Pitches(app, "bob@shop.example");
        await app.IsDelivered("bob@shop.example");
        var settings = await admin.Gets(Settings);
        await admin.Does(settings.Html.QuerySelector("form[action$='/remove']")!.GetAttribute("action")!);
        await Pitches(app, "carl@shop.example");

        Assert.Equal("Links in the text: 3", list.Html.QuerySelector(".problem")!.TextContent);
        Assert.Equal(["Links in the text: 3 (8 points)", "Words common in spam: casino, viagra (8 points)"],
            page.Html.QuerySelectorAll("[data-signs] li").Select(sign => sign.TextContent));
        Assert.Equal("shop.example", settings.Html.QuerySelector(".senders dt")!.TextContent);
        Assert.Equal(DeliveryState.Quarantined, await app.StateOf("carl@shop.example"));
        Assert.Equal(["released", "removed sender"], await Acts(app));
        Assert.NotNull((await admin.Gets(path)).Html.QuerySelector("details [data-signs]"));
    }

    [Fact]
    public async Task Where_anybody_gets_an_address_one_sender_is_allowed_and_its_address_not_kept()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        await Pitches(app, "ann@gmail.com");

        await admin.Decides(await admin.Gets(await app.PathOf("ann@gmail.com")), "release");
        await app.IsDelivered("ann@gmail.com");
        await Pitches(app, "ann@gmail.com", "again");
        await Pitches(app, "bob@gmail.com");

        Assert.Equal(2, await app.CountOf(DeliveryState.Delivered));
        Assert.Equal(DeliveryState.Quarantined, await app.StateOf("bob@gmail.com"));
        var entry = await app.Query(db => db.SpamEntries.SingleAsync());
        Assert.Equal(("a…@gmail.com", 64), (entry.Shown, entry.Sender.Length));
        Assert.True(entry.AddedAt > (await app.DeliveryOf("bob@gmail.com")).Lead!.ReceivedAt.AddDays(-1));
    }

    [Fact]
    public async Task Many_are_released_at_once_and_teach_as_well()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        foreach (var sender in (string[])["ann@shop.example", "bob@shop.example", "eve@other.example"])
            await Pitches(app, sender);

        await app.Reaches(await admin.OrdersAll(RunOrder.Release, DeliveryState.Quarantined), RunState.Done);

        Assert.Equal(3, await app.CountOf(DeliveryState.Delivered));
        Assert.Equal(["other.example", "shop.example"], await app.Query(db => db.SpamEntries.Select(one => one.Sender).Order().ToListAsync()));
    }

    [Fact]
    public async Task Blocked_senders_are_quarantined_whatever_they_say()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);

        await admin.Does(Settings, ("sender", "@Bad.Example"), ("kind", "Blocked"));
        await admin.Does(Settings, ("sender", "Eve@Example.com"), ("kind", "Blocked"));
        foreach (var sender in (string[])["a@bad.example", "b@mail.bad.example", "eve@example.com", "c@notbad.example"])
            await app.IsThanked("/f/contact", ("email", sender), await app.Stamp());

        await app.IsDelivered("c@notbad.example");
        foreach (var blocked in (string[])["a@bad.example", "b@mail.bad.example", "eve@example.com"])
            Assert.Equal(["Blocked"], await app.SignsOf(blocked));
        Assert.Equal("Sender allowed.", (await admin.Does(Settings, ("sender", "bad.example"), ("kind", "Allowed"))).News);
        Assert.Equal(2, (await admin.Gets(Settings)).Html.QuerySelectorAll(".senders > div").Length);
        Assert.Equal("eve@example.com", (await app.DeliveryOf("eve@example.com")).Lead!.Email);
    }

    [Theory]
    [InlineData("")]
    [InlineData("example")]
    [InlineData("two words.example")]
    [InlineData("ann@example")]
    public async Task What_is_no_sender_is_said_beside_it(string sender)
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);

        var page = await admin.Posts(Settings, ("sender", sender), ("kind", "Blocked"));

        Assert.Equal((422, "Error: Enter a domain like example.com, or an email address", sender),
            (page.Status, page.ErrorOf("sender"), page.ValueOf("sender")));
    }

    private static async Task<Page> Pitches(TestApp app, string email, string firstName = "Ann") =>
        await app.IsThanked("/f/contact", ("email", email), ("firstName", firstName), Pitch, await app.Stamp());

    private static Task<List<string>> Acts(TestApp app) => app.Query(db => db.AuditEntries.OrderBy(entry => entry.Id)
        .Where(entry => entry.Kind == "lead" || entry.Kind == "settings").Select(entry => entry.Act).ToListAsync());
}
