using LeadCapture.Settings;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Booth;

/// A sheet of paper that leads visitors' own phones to the form of an event.
public class EventPosterTests
{
    [Fact]
    public async Task Its_link_opens_the_form_and_counts_for_the_event()
    {
        await using var app = await TestApp.Start("PublicUrl=http://leads.example.com");
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        var id = await admin.MakesEvent(app, "Spring & fair");

        var poster = await admin.Gets($"/admin/events/{id}/poster");
        var picture = poster.Html.QuerySelector("img")!;
        var link = picture.GetAttribute("alt")!.Replace("QR code for the link ", "", StringComparison.Ordinal);

        Assert.Equal("http://leads.example.com/f/event-booth?utm_source=event&utm_campaign=Spring%20%26%20fair", link);
        Assert.Equal("leads.example.com/f/event-booth", poster.Html.QuerySelector(".link")!.TextContent);
        Assert.Equal(LeadCapture.Admin.QrCode.Svg(link), (await admin.Gets(picture.GetAttribute("src")!)).Source);
        Assert.Equal(200, (await app.Opens(new Uri(link).PathAndQuery)).Status);
        await app.IsThanked("/f/event-booth", ("email", LeadSteps.Ann), ("version", "1"), ("page", link));
        await TestApp.Eventually(async () => (await admin.Gets("/admin/forms/event-booth/numbers")).Source.Contains("Spring &amp; fair", StringComparison.Ordinal),
            "the campaign is among the numbers");
    }

    [Fact]
    public async Task An_event_that_is_not_there_has_none()
    {
        await using var app = await TestApp.Start();
        using var viewer = await AdminBrowser.SignedIn(app, Role.Viewer);

        Assert.Equal((404, 404), ((await viewer.Gets("/admin/events/99/poster")).Status, (await viewer.Gets("/admin/events/99/poster/qr.svg")).Status));
    }
}
