using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Booth;

/// Who captured a lead, and whether another tablet had captured its visitor before.
public class EarlierCaptureTests
{
    [Fact]
    public async Task A_tablet_hears_who_captured_a_visitor_before_at_the_same_event()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var (fair, open) = (await admin.MakesEvent(app), await admin.MakesEvent(app, "Open day"));
        var first = await Tablet.Paired(app, await admin.Invites(fair, "Tablet A"));
        var second = await Tablet.Paired(app, await admin.Invites(fair, "Tablet B"));
        var elsewhere = await Tablet.Paired(app, await admin.Invites(open, "Tablet C"));
        first.By = "Anna";
        var early = first.Captures(BoothSteps.Ann);
        await first.HandsOver(early);
        await elsewhere.HandsOver(LeadSteps.Ann);

        var (again, other) = (second.Captures(BoothSteps.Ann), second.Captures(("email", "bob@example.com")));
        var answer = await second.IsAnswered(again, other);
        var own = await first.IsAnswered(first.Captures(("email", "bob@example.com")), first.Captures(("email", "cleo@example.com")));

        var before = Assert.Single(answer.Again);
        Assert.Equal((again.Id, "Anna", "Tablet A"), (before.Lead, before.By, before.Device));
        Assert.Equal((await app.Captures()).Single(one => one.Id == early.Id).CapturedAt, DateTimeOffset.FromUnixTimeMilliseconds(before.At).UtcDateTime);
        Assert.Equal("Tablet B", Assert.Single(own.Again).Device);
    }

    [Theory]
    [InlineData("\u0000Anna\n", "Anna")]
    [InlineData("\ud83d", "")]
    [InlineData("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\ud83d\ude00",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    public async Task A_name_that_no_store_takes_keeps_no_lead_away(string by, string kept)
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var tablet = await Tablet.At(app, admin);
        tablet.By = by;

        await tablet.HandsOver(LeadSteps.Ann);

        Assert.Equal(kept, Assert.Single(await app.Captures()).By);
        await app.IsDelivered(LeadSteps.Ann);
    }

    [Fact]
    public async Task The_page_of_a_lead_says_who_captured_it_and_who_captured_the_same_person_too()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var id = await admin.MakesEvent(app);
        var (first, second) = (await Tablet.Paired(app, await admin.Invites(id, "Tablet A")), await Tablet.Paired(app, await admin.Invites(id, "Tablet B")));
        (first.By, second.By) = ("Anna <b>", new string('x', 300));
        await first.HandsOver(LeadSteps.Ann);
        await second.HandsOver(LeadSteps.Ann);
        var captures = await app.Captures();
        var (one, two) = (captures.Single(capture => capture.DeviceId == first.Id), captures.Single(capture => capture.DeviceId == second.Id));

        var page = await admin.Gets($"/admin/leads/{one.LeadId}");

        Assert.Equal("By Anna <b>", page.Html.QuerySelector("[data-booth] .under")!.TextContent);
        Assert.Equal($"/admin/leads/{two.LeadId}", page.Html.QuerySelector("[data-also] a")!.GetAttribute("href"));
        Assert.Contains("on Tablet B", page.Html.QuerySelector("[data-also]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(100, two.By.Length);
    }
}
