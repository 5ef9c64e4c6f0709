using LeadCapture.Leads;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Booth;

public class StaffViewTests
{
    [Fact]
    public async Task A_paired_tablet_shows_the_contact_of_a_lead_of_its_event_also_where_visitors_see_a_summary()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        await app.Publishes("event-booth", form => form with { Confirmation = LeadCapture.Forms.ConfirmationMode.Summary });
        var tablet = await Tablet.At(app, admin);
        var other = await Tablet.Paired(app, await admin.Invites(await admin.MakesEvent(app, name: "Autumn fair")));
        await tablet.HandsOver(tablet.Captures(Visits.Email));
        await app.IsDelivered(LeadSteps.Ann);
        var receipt = (await app.DeliveryOf(LeadSteps.Ann)).Lead!.Receipt;
        await app.Submits("bob@example.com", "event-booth");
        await app.IsDelivered("bob@example.com");
        var elsewhere = (await app.DeliveryOf("bob@example.com")).Lead!.Receipt;

        Assert.DoesNotContain("Welcome", (await app.Opens($"/f/event-booth/booth/confirmation/{receipt}")).Source, StringComparison.Ordinal);
        var (status, page) = await tablet.Sees(receipt);
        Assert.Equal(200, status);
        Assert.Contains("Welcome", page, StringComparison.Ordinal);
        Assert.Equal(404, (await other.Sees(receipt)).Status);
        Assert.Equal(404, (await tablet.Sees(elsewhere)).Status);
        Assert.Equal(404, (await tablet.Sees(Receipt.New())).Status);
        Assert.Equal(401, (await app.Opens("/booth/leads/" + receipt)).Status);
    }

    [Fact]
    public async Task What_is_not_in_Reply_io_yet_has_no_contact_to_show()
    {
        await using var app = await TestApp.Start(new TestAppPlan { ApiKey = "" });
        using var admin = await AdminBrowser.SignedIn(app);
        var tablet = await Tablet.At(app, admin);
        await tablet.HandsOver(tablet.Captures(Visits.Email));

        Assert.Equal((204, ""), await tablet.Sees((await app.DeliveryOf(LeadSteps.Ann)).Lead!.Receipt));
    }
}
