using LeadCapture.Deliveries.Queue;
using LeadCapture.Deliveries;
using LeadCapture.Leads;
using LeadCapture.Sandbox;
using LeadCapture.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LeadCapture.Tests.Support;

/// Time passes as the test says, and all that is due then is done when the call returns.
internal static class ClockSteps
{
    public static async Task Passes(this TestApp app, TimeSpan time)
    {
        await app.Settles();
        app.Clock!.Advance(time);
        await app.Settles();
    }

    /// Moves on by steps until it is so; gives the time that it took.
    public static async Task<TimeSpan> PassesUntil(this TestApp app, TimeSpan step, Func<Task<bool>> isSo, TimeSpan atMost)
    {
        var began = app.Clock!.GetUtcNow();
        await app.Settles();
        while (!await isSo())
        {
            Assert.True(app.Clock.GetUtcNow() - began < atMost, $"It did not come to be within {atMost}.");
            await app.Passes(step);
        }
        return app.Clock.GetUtcNow() - began;
    }

    /// Does what is due at this moment, until nothing is. Two quiet looks in a row: the worker may have been in the midst of one
    /// that began before the clock was moved.
    public static async Task Settles(this TestApp app)
    {
        var queue = app.Services.GetRequiredService<DeliveryQueue>();
        var (begun, rounds) = (-1, 0);
        for (var quiet = 0; quiet < 2; quiet++)
        {
            await TestApp.Eventually(app.IsIdle, "no attempt under way");
            await queue.ClaimDue();
            await TestApp.Eventually(app.IsIdle, "no attempt under way");
            var before = begun;
            begun = await app.Begun();
            if (begun > before)
                quiet = -1;
            Assert.True(rounds++ < 1000, "It sends without end.");
        }
    }

    /// Attempts, also the one under way.
    public static Task<int> Begun(this TestApp app) => app.Query(db => db.Attempts.CountAsync());

    public static Task<List<Attempt>> AttemptsOf(this TestApp app, string email) => app.Query(db =>
    {
        var leads = db.Leads;
        return db.Attempts.AsNoTracking()
            .Where(attempt => leads.Any(lead => lead.Id == attempt.LeadId && lead.Email == email))
            .OrderBy(attempt => attempt.Id).ToListAsync();
    });

    public static Task<Delivery> OnlyDelivery(this TestApp app) => app.Query(db => db.Deliveries.AsNoTracking().SingleAsync());

    public static Task<bool> AllAre(this TestApp app, DeliveryState state) =>
        app.Query(db => db.Deliveries.AllAsync(delivery => delivery.State == state));

    /// Posts leads, each of which is dealt with before the next one comes.
    public static async Task SubmitsInTurn(this TestApp app, params IEnumerable<string> emails)
    {
        foreach (var email in emails)
        {
            await app.Submits(email);
            await app.Settles();
        }
    }

    public static IEnumerable<string> People(int count, string name = "lead") =>
        Enumerable.Range(1, count).Select(number => $"{name}{number}@example.com");

    public static bool HasEachOnce(this SandboxState replyIo, IEnumerable<string> emails) =>
        emails.All(email => replyIo.CreatesOf(email) == 1);

    public static Task<string> Reads(this TestApp app, string path) =>
        app.Visitor.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    /// What the program wrote from its start to its end: it stops for that.
    public static async Task<IReadOnlyList<string>> EndsWithLog(this TestApp app)
    {
        await app.Stop();
        return await File.ReadAllLinesAsync(Assert.Single(Directory.GetFiles(Path.Combine(app.Folder, "logs"))));
    }

    /// No call under way, none to be recorded, and no look that holds what it might need for one.
    private static Task<bool> IsIdle(this TestApp app) => app.Query(async db =>
        app.Services.GetRequiredService<CallSlots>().Free == app.Services.GetRequiredService<ReplyOptions>().MaxConcurrentCalls
        && !await db.Deliveries.AnyAsync(delivery => delivery.AttemptId != null));
}
