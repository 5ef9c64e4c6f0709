using LeadCapture.Admin.Runs;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Leads;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LeadCapture.Tests.Support;

/// Very many leads, and what is done to all of them.
internal static class Crowds
{
    public const string NeedAttention = "NeedsAttention";

    /// Leads that came in one after another before now; the first one is the newest, as the list shows them.
    public static Task Crowd(
        this TestApp app, int count, DeliveryState state = DeliveryState.NeedsAttention, string name = "crowd",
        int hoursAgo = 1) =>
        app.Query(db =>
        {
            var first = app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime.AddHours(-hoursAgo);
            foreach (var number in Enumerable.Range(1, count))
            {
                var lead = LeadOf($"{name}{number}@example.com", first.AddMilliseconds(-number));
                var delivery = db.Add(Delivery.Of(lead));
                delivery.Property(one => one.State).CurrentValue = state;
                delivery.Property(one => one.DueAt).CurrentValue = null;
            }
            return db.SaveChangesAsync();
        });

    /// A lead of then, whenever it is stored.
    public static Task<int> Arrived(this TestApp app, string email, double hoursAgo, params (string Name, string Value)[] answers) => app.Query(db =>
    {
        var at = app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime.AddHours(-hoursAgo);
        var lead = LeadOf(email, at, new SubmittedAnswers
        {
            Properties = answers.Prepend(("email", email)).ToDictionary(answer => answer.Item1, answer => answer.Item2),
        }.ToJson());
        db.Add(Delivery.Of(lead)).Property(one => one.DueAt).CurrentValue = null;
        return db.SaveChangesAsync();
    });

    public static Task<Run> RunOf(this TestApp app, string path)
    {
        var id = int.Parse(path[12..], InvariantCulture);
        return app.Query(db => db.Runs.AsNoTracking().SingleAsync(run => run.Id == id));
    }

    public static async Task<Run> Reaches(this TestApp app, string path, RunState state)
    {
        await TestApp.Eventually(
            async () => await app.RunOf(path) is var run && run.State == state && run.UnderWay == 0, state.ToString());
        return await app.RunOf(path);
    }

    public static Task<int> CountOf(this TestApp app, DeliveryState state) =>
        app.Query(db => db.Deliveries.CountAsync(delivery => delivery.State == state));

    private static Lead LeadOf(string email, DateTime at) => LeadOf(email, at, new SubmittedAnswers
    {
        Properties = new() { ["email"] = email, ["firstName"] = "Ann" },
    }.ToJson());

    private static Lead LeadOf(string email, DateTime at, string answers) => new()
    {
        Id = Guid.CreateVersion7(at),
        Receipt = Receipt.New(),
        FormId = 1,
        FormVersion = 1,
        SubmissionId = email,
        ReceivedAt = at,
        Channel = "Page",
        Email = email,
        AnswersJson = answers,
        AnswersHash = Lead.HashOf(answers),
    };
}
