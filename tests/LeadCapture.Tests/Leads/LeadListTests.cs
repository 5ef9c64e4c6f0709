using LeadCapture.Admin.Leads;
using LeadCapture.Deliveries;
using LeadCapture.Sandbox;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Leads;

public class LeadListTests
{
    [Fact]
    public async Task Leads_are_found_by_how_their_address_begins()
    {
        await using var app = await TestApp.StartAtRest();
        await app.SubmitsInTurn("anna@example.com", "ann@example.com", "bob@example.com");

        Assert.Equal(["ann@example.com", "anna@example.com"], await Found(app, " ANN"));
        Assert.Equal(["ann@example.com"], await Found(app, "ann@example.com"));
        Assert.Empty(await Found(app, "%"));
    }

    [Fact]
    public async Task A_list_shows_the_newest_first_and_goes_on_where_the_page_ended()
    {
        await using var app = await TestApp.StartAtRest();
        app.ReplyIo.State.Play(Scene.Refuse, calls: 1);
        foreach (var email in ClockSteps.People(4))
        {
            await app.SubmitsInTurn(email);
            await app.Passes(TimeSpan.FromSeconds(1));
        }

        var page = await Listed(app, null, null);
        Assert.Equal(["lead4@example.com", "lead3@example.com"], Emails(page));
        Assert.Equal(["lead2@example.com", "lead1@example.com"], Emails(await Listed(app, null, page[^1].LeadId)));
        Assert.Equal(["lead1@example.com"], Emails(await Listed(app, DeliveryState.NeedsAttention, null)));
    }

    private static Task<List<Delivery>> Listed(TestApp app, DeliveryState? state, Guid? before) => app.Query(db =>
        db.Deliveries.AsNoTracking().Newest(state, before, 2).Include(delivery => delivery.Lead).ToListAsync());

    private static IEnumerable<string?> Emails(List<Delivery> page) => page.Select(delivery => delivery.Lead!.Email);

    private static Task<List<string?>> Found(TestApp app, string text) => app.Query(db =>
        db.Deliveries.WithEmail(text, 50).Select(delivery => delivery.Lead!.Email).ToListAsync());
}
