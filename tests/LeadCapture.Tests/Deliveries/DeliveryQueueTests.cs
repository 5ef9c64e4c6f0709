using LeadCapture.Data;
using LeadCapture.Deliveries.Queue;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Leads;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LeadCapture.Tests.Deliveries;

public class DeliveryQueueTests
{
    [Fact]
    public async Task Five_hundred_leads_at_once_are_all_stored_and_arrive_once_each()
    {
        await using var app = await TestApp.Start(
            "Reply:InlineWait=00:00:00", "Reply:RequestsPerMinute=0", "Reply:RequestsPerHour=0");
        var people = ClockSteps.People(500).ToList();

        await Task.WhenAll(people.Select(email => app.Submits(email)));
        Assert.Equal(500, await app.Query(db => db.Leads.CountAsync()));

        await TestApp.Eventually(() => app.AllAre(DeliveryState.Delivered), "all are delivered");
        Assert.True(app.ReplyIo.State.HasEachOnce(people));
        Assert.Equal(500, app.ReplyIo.State.Received);
    }

    [Fact]
    public async Task A_lead_that_cannot_be_written_does_not_spoil_the_others()
    {
        await using var app = await TestApp.Start("Reply:RequestsPerMinute=0");
        await app.Submits("ann@example.com");
        var stored = (await app.DeliveryOf("ann@example.com")).Lead!;
        var queue = app.Services.GetRequiredService<DeliveryQueue>();

        // Receipts are unique: the store refuses a second lead with the same.
        var writes = ClockSteps.People(60).Select((email, place) => (Bad: place % 20 == 10, Email: email)).Select(one =>
            (one.Bad, Done: queue.Enqueue(Lead(stored, one.Email, one.Bad ? stored.Receipt : Receipt.New()), lead => Delivery.Of(lead)))).ToList();

        foreach (var (bad, done) in writes)
            if (bad)
                await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => done);
            else
                Assert.True((await done).IsNew);
        await TestApp.Eventually(() => app.AllAre(DeliveryState.Delivered), "the others are delivered");
        Assert.Equal(1 + 57, app.ReplyIo.State.Created);
    }

    [Fact]
    public async Task A_transaction_that_is_held_up_does_not_hold_up_other_leads()
    {
        // SQLite has one writer at a time.
        if (!TestApp.OnPostgreSql)
            return;
        await using var app = await TestApp.Start("Reply:InlineWait=00:00:00", "Reply:RequestsPerMinute=0", "Reply:RequestsPerHour=0");
        Task? held = null;

        var isHeldUp = await app.Query(async db =>
        {
            // A lead cannot be stored while its form is locked, and its batch keeps its slots.
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlAsync($"SELECT 1 FROM forms WHERE slug = 'contact' FOR UPDATE");
            held = app.Submits("ann@example.com");
            await TestApp.Eventually(() => app.Query(IsHeldUp), "its transaction is held up");
            foreach (var email in ClockSteps.People(20))
            {
                await app.Submits(email, "landing-page");
                await app.IsDelivered(email);
            }
            return await app.Query(IsHeldUp);
        });

        Assert.True(isHeldUp);
        await held!;
        await app.IsDelivered("ann@example.com");
        Assert.Equal(21, app.ReplyIo.State.Created);
    }

    private static Task<bool> IsHeldUp(LeadDb db) => db.Database.SqlQuery<bool>($"""
        SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()) AS "Value"
        """).SingleAsync();

    private static Lead Lead(Lead like, string email, string receipt) => new()
    {
        Id = Guid.CreateVersion7(),
        Receipt = receipt,
        FormId = like.FormId,
        FormVersion = like.FormVersion,
        SubmissionId = email,
        ReceivedAt = DateTime.UtcNow,
        Channel = like.Channel,
        Email = email,
        AnswersJson = new SubmittedAnswers { Properties = { ["email"] = email } }.ToJson(),
        AnswersHash = "",
    };
}
