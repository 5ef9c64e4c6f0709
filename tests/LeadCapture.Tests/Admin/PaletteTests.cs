using System.Text.Json;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Admin;

/// One input finds all that a user may open, and nothing else.
public class PaletteTests
{
    private const string Palette = "/admin/palette";

    [Fact]
    public async Task A_viewer_finds_no_page_that_is_for_admins()
    {
        await using var app = await TestApp.Start();
        using AdminBrowser viewer = await AdminBrowser.SignedIn(app, Role.Viewer), admin = await AdminBrowser.SignedIn(app, Role.Admin),
            operating = await AdminBrowser.SignedIn(app, Role.Operator);

        Assert.Equal(["Dashboard", "Leads", "Failures", "Forms", "Devices", "Bulk actions", "Profile"], LabelsOf(await viewer.Posts(Palette)));
        Assert.Equal(["Leads", "Import new leads"], LabelsOf(await operating.Posts(Palette, ("text", "leads"))));
        Assert.Equal(["Sending", "Pause sending"], LabelsOf(await admin.Posts(Palette, ("text", "SEND"))));
        Assert.Empty(LabelsOf(await viewer.Posts(Palette, ("text", "send"))));
        foreach (var item in ItemsOf(await admin.Posts(Palette)))
            Assert.Equal((item.Url, 200), (item.Url, (await admin.Gets(item.Url)).Status));
        foreach (var item in ItemsOf(await viewer.Posts(Palette)))
            Assert.Equal((item.Url, 200), (item.Url, (await viewer.Gets(item.Url)).Status));
    }

    [Theory]
    [InlineData("NICE")]
    [InlineData("event-booth")]
    [InlineData("you booth")]
    public async Task Forms_are_found_by_title_and_slug_and_archived_ones_are_not(string text)
    {
        await using var app = await TestApp.Start();
        using AdminBrowser admin = await AdminBrowser.SignedIn(app, Role.Admin), viewer = await AdminBrowser.SignedIn(app, Role.Viewer);

        Assert.Equal([("Nice to meet you", "event-booth", "/admin/forms/event-booth")], ItemsOf(await viewer.Posts(Palette, ("text", text))));
        await admin.Does("/admin/forms/event-booth/archive");
        Assert.Empty(LabelsOf(await viewer.Posts(Palette, ("text", text))));
    }

    [Fact]
    public async Task Leads_are_found_by_name_and_address_and_at_most_eight()
    {
        await using var app = await TestApp.Start();
        using var viewer = await AdminBrowser.SignedIn(app, Role.Viewer);
        foreach (var email in ClockSteps.People(9))
            await app.Submits(email);
        await app.Submits("lee@example.com");
        await app.IsDelivered("lee@example.com");

        var found = Assert.Single(ItemsOf(await viewer.Posts(Palette, ("text", " lee@example.com "))));

        Assert.Equal(("Ann", "lee@example.com · Delivered"), (found.Label, found.Detail));
        Assert.Equal(200, (await viewer.Gets(found.Url)).Status);
        // The index comes behind the leads.
        await TestApp.Eventually(async () => ItemsOf(await viewer.Posts(Palette, ("text", "Ann"))).Count == 8, "eight are found");
        Assert.DoesNotContain(ItemsOf(await viewer.Posts(Palette, ("text", "An"))), item => item.Label == "Ann");
    }

    [Fact]
    public async Task What_is_searched_for_stands_in_no_log_and_what_cannot_be_searched_for_finds_nothing()
    {
        await using var app = await TestApp.Start();
        using (var viewer = await AdminBrowser.SignedIn(app, Role.Viewer))
        {
            await viewer.Posts(Palette, ("text", "nobody.of.that.name"));
            Assert.Equal("[]", (await viewer.Posts(Palette, ("text", new string('x', 301)))).Source);
            Assert.Equal(400, (await viewer.PostsBare(Palette, ("text", "leads"))).Status);
        }

        Assert.DoesNotContain("nobody.of.that.name", string.Join('\n', await app.EndsWithLog()), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> LabelsOf(Page answer) => [.. ItemsOf(answer).Select(item => item.Label)];

    private static List<(string Label, string Detail, string Url)> ItemsOf(Page answer)
    {
        Assert.Equal((200, "application/json"), (answer.Status, answer.Type));
        return [.. from kind in JsonDocument.Parse(answer.Source).RootElement.EnumerateArray()
                   from item in kind.GetProperty("items").EnumerateArray()
                   select (Text(item, "label"), Text(item, "detail"), Text(item, "url"))];

        static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;
    }
}
