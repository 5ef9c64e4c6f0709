using LeadCapture.Deliveries;
using LeadCapture.Leads;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LeadCapture.Tests.Leads;

/// What is stored is thanked for, whatever fails afterwards.
public class StoredAfterAllTests
{
    [Fact]
    public async Task A_program_whose_lead_cannot_be_read_back_is_told_that_it_is_stored()
    {
        await using var app = await TestApp.Start();
        await app.Services.GetRequiredService<GateSwitch>().Pause("");
        await app.Query(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE deliveries RENAME COLUMN contact_json TO gone"));

        var first = await app.Creates("""{ "email": "ann@example.com", "submissionId": "s-1" }""");
        var second = await app.Creates("""{ "email": "ann@example.com", "submissionId": "s-1" }""");

        Assert.Equal((201, "waiting"), (first.Status, first["delivery"]));
        Assert.Equal((200, first["leadId"]), (second.Status, second["leadId"]));
        Assert.Equal(1, await app.Query(db => db.Leads.CountAsync()));
    }

    [Fact]
    public async Task A_lead_whose_commit_was_carried_out_but_not_answered_is_new_and_thanked_for()
    {
        // SQLite is asked without a network.
        if (!TestApp.OnPostgreSql)
            return;
        await using var line = await CutLine.To(await (await PostgreSqlServer.Running).NewDatabase());
        await using var app = await TestApp.Start(new TestAppPlan
        {
            Settings = [$"ConnectionStrings:LeadCapture={line.ConnectionString}"],
        });
        await app.Submits("ben@example.com");

        line.LoseAnswerTo("ann@example.com");
        var taken = await app.Creates("""{ "email": "ann@example.com" }""");
        line.LoseAnswerTo("carl@example.com");
        using var thanked = await app.Posts("/f/contact", ("email", "carl@example.com"));

        Assert.Equal(2, line.Lost);
        Assert.Equal((201, 303), (taken.Status, (int)thanked.StatusCode));
        Assert.Equal(3, await app.Query(db => db.Leads.CountAsync()));
    }
}
