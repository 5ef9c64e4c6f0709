using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Leads;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Data;

/// Whoever writes by EF Core stands in the same line as the leads.
public class WritingTests
{
    [Fact]
    public async Task Leads_and_the_admin_area_write_side_by_side_and_none_finds_the_database_locked()
    {
        await using var app = await TestApp.Start();
        var people = ClockSteps.People(60).ToList();

        await Task.WhenAll(
        [
            .. people.Select(email => app.Submits(email)),
            .. Enumerable.Range(0, 60).Select(number => Saves(app, number)),
            .. Enumerable.Range(0, 60).Select(_ => Updates(app)),
            .. Enumerable.Range(0, 20).Select(number => SavesInTransaction(app, number)),
        ]);

        Assert.Equal(60, await app.Query(db => db.Leads.CountAsync()));
        Assert.Equal(80, await app.Query(db => db.Secrets.CountAsync()));
        await TestApp.Eventually(() => app.AllAre(DeliveryState.Delivered), "all are delivered");
    }

    [Fact]
    public async Task What_is_saved_together_is_stored_together_or_not_at_all()
    {
        await using var app = await TestApp.Start();

        await Assert.ThrowsAsync<InvalidOperationException>(() => app.Query(db => db.InTransaction<int>(async () =>
        {
            db.Secrets.Add(New("half"));
            await db.SaveChangesAsync();
            await db.Secrets.ExecuteUpdateAsync(set => set.SetProperty(secret => secret.Protected, "changed"));
            throw new InvalidOperationException();
        })));
        // Nobody is left standing at the head of the line.
        await Saves(app, 1);
        await app.Submits("ann@example.com");

        Assert.Equal("secret1", (await app.Query(db => db.Secrets.SingleAsync())).Name);
    }

    [Fact]
    public async Task A_write_that_fails_lets_the_next_one_through()
    {
        await using var app = await TestApp.Start();
        await Saves(app, 1);

        await Assert.ThrowsAsync<DbUpdateException>(() => Saves(app, 1));
        await Assert.ThrowsAnyAsync<Exception>(() => app.Query(db => db.Secrets
            .ExecuteUpdateAsync(set => set.SetProperty(secret => secret.Protected, secret => null!))));
        await Saves(app, 2);

        Assert.Equal(2, await app.Query(db => db.Secrets.CountAsync()));
    }

    private static Task<int> Saves(TestApp app, int number) => app.Query(db =>
    {
        db.Secrets.Add(New("secret" + number));
        return db.SaveChangesAsync();
    });

    private static Task<int> Updates(TestApp app) => app.Query(db =>
        db.Forms.ExecuteUpdateAsync(set => set.SetProperty(form => form.PublishedVersion, form => form.PublishedVersion)));

    private static Task<int> SavesInTransaction(TestApp app, int number) => app.Query(db => db.InTransaction(async () =>
    {
        db.Secrets.Add(New("together" + number));
        await db.SaveChangesAsync();
        return await db.Secrets.Where(secret => secret.Name == "together" + number)
            .ExecuteUpdateAsync(set => set.SetProperty(secret => secret.Protected, "changed"));
    }));

    private static Secret New(string name) => new() { Name = name, Protected = "", ChangedAt = DateTime.UnixEpoch };
}
