using System.Net.Http.Json;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Leads;

/// Only what is in the store is thanked for.
public class NotStoredTests
{
    [Fact]
    public async Task A_visitor_whose_lead_cannot_be_stored_keeps_every_value_and_sees_no_confirmation()
    {
        await using var app = await TestApp.Start();
        await Breaks(app);

        using var answer = await app.Posts("/f/contact",
            ("email", "ann@example.com"), ("firstName", "Ann"), ("notes", "Please call"), ("customFields[0].key", "color"),
            ("customFields[0].value", "petrol"));

        Assert.Equal(503, (int)answer.StatusCode);
        Assert.Null(answer.Headers.Location);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.All(["ann@example.com", "Ann", "Please call", "color", "petrol", "We could not save your details", "Send again"],
            text => Assert.Contains(text, page, StringComparison.Ordinal));
        Assert.Equal(0, app.ReplyIo.State.Received);
    }

    [Fact]
    public async Task A_program_is_told_that_its_lead_was_not_stored()
    {
        await using var app = await TestApp.Start();
        await Breaks(app);

        using var answer = await app.Visitor.PostAsJsonAsync(
            "/api/forms/contact/leads", new { email = "ann@example.com" }, TestContext.Current.CancellationToken);

        Assert.Equal(503, (int)answer.StatusCode);
        Assert.Equal(0, app.ReplyIo.State.Received);
    }

    [Fact]
    public async Task Leads_are_taken_again_when_the_store_is_back()
    {
        await using var app = await TestApp.Start();
        await Breaks(app);
        using var refused = await app.Posts("/f/contact", ("email", "ann@example.com"));
        Assert.Equal(503, (int)refused.StatusCode);

        await app.Query(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE leads_gone RENAME TO leads"));
        await app.Submits("ann@example.com");

        await app.IsDelivered("ann@example.com");
        Assert.Equal(1, app.ReplyIo.State.Received);
    }

    [Fact]
    public async Task A_visitor_who_is_the_first_after_the_database_went_away_gets_the_form_back()
    {
        await using var app = await TestApp.StartAtRest();
        await Breaks(app);
        await app.Query(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE forms RENAME TO forms_gone"));
        await app.Query(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE data_protection_keys RENAME TO keys_gone"));
        app.Clock!.Advance(TimeSpan.FromMinutes(1));

        using var answer = await app.Posts("/f/contact", ("email", "ann@example.com"), ("submissionId", "click-1"));

        Assert.Equal(503, (int)answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.All(["ann@example.com", "click-1"], text => Assert.Contains(text, page, StringComparison.Ordinal));
    }

    private static Task<int> Breaks(TestApp app) =>
        app.Query(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE leads RENAME TO leads_gone"));
}
