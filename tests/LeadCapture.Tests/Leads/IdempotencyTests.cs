using LeadCapture.Leads;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Leads;

/// Whoever repeats a call is answered with the lead of the first one.
public class IdempotencyTests
{
    private const string Ann = """{ "email": "ann@example.com", "firstName": "Ann", "submissionId": "s-1" }""";
    private static readonly (string Name, string Value) Key = ("Idempotency-Key", "key-1");

    [Fact]
    public async Task A_lead_that_was_corrected_since_is_still_the_one_of_its_submission()
    {
        await using var app = await TestApp.Start();
        (string, string)[] ann = [("email", LeadSteps.Ann), ("firstName", "Ann"), ("submissionId", "s-1")];
        using var first = await app.Posts("/f/contact", ann);
        await Corrects(app);

        using var second = await app.Posts("/f/contact", ann);

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(1, await app.Query(db => db.Leads.CountAsync()));
    }

    [Fact]
    public async Task A_lead_that_was_corrected_since_is_still_the_one_of_its_key()
    {
        await using var app = await TestApp.Start();
        var first = await app.Creates(Ann, headers: Key);
        await Corrects(app);

        var second = await app.Creates(Ann, headers: Key);

        Assert.Equal((201, 200), (first.Status, second.Status));
        Assert.Equal(first["leadId"], second["leadId"]);
        Assert.Equal(1, await app.Query(db => db.Leads.CountAsync()));
    }

    [Fact]
    public async Task A_key_with_another_body_is_refused()
    {
        await using var app = await TestApp.Start();
        await app.Creates(Ann, headers: Key);

        var other = await app.Creates("""{ "email": "ann@example.com", "firstName": "Anna" }""", headers: Key);

        Assert.Equal((422, "application/problem+json"), (other.Status, other.Type));
        Assert.Equal(1, await app.Query(db => db.Leads.CountAsync()));
    }

    [Fact]
    public async Task The_key_decides_over_the_submission_id()
    {
        await using var app = await TestApp.Start();
        var first = await app.Creates(Ann, headers: Key);

        var sameKey = await app.Creates(Ann.Replace("s-1", "s-2", StringComparison.Ordinal), headers: Key);
        var otherKey = await app.Creates(Ann, headers: ("Idempotency-Key", "key-2"));

        Assert.Equal((200, first["leadId"]), (sameKey.Status, sameKey["leadId"]));
        Assert.Equal(201, otherKey.Status);
        Assert.NotEqual(first["leadId"], otherKey["leadId"]);
    }

    [Fact]
    public async Task What_was_not_taken_does_not_use_the_key_up()
    {
        await using var app = await TestApp.Start();

        var invalid = await app.Creates("""{ "email": "nobody" }""", headers: Key);
        await app.Query(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE leads RENAME TO leads_gone"));
        var notStored = await app.Creates(Ann, headers: Key);
        await app.Query(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE leads_gone RENAME TO leads"));
        var taken = await app.Creates(Ann, headers: Key);

        Assert.Equal((422, 503, 201), (invalid.Status, notStored.Status, taken.Status));
    }

    private static async Task Corrects(TestApp app)
    {
        await app.IsDelivered(LeadSteps.Ann);
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        var page = await browser.Gets(await app.PathOf(LeadSteps.Ann) + "/correction");
        var saved = await browser.SendsForm(page, "save", ("firstName", "Anna"), ("why", "a typing error"));
        Assert.Equal(303, saved.Status);
    }
}
