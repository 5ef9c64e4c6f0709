using LeadCapture.Deliveries;
using LeadCapture.Sandbox;
using LeadCapture.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LeadCapture.Tests.Deliveries;

public class FiguresTests
{
    [Fact]
    public async Task The_numbers_say_what_became_of_the_leads()
    {
        await using var app = await TestApp.StartAtRest("Reply:RequestsPerHour=2");
        app.ReplyIo.State.Play(Scene.Refuse, calls: 1);
        await app.SubmitsInTurn(ClockSteps.People(3));
        await app.Passes(TimeSpan.FromSeconds(30));

        var metrics = await app.Reads("/metrics");
        Assert.Contains("leadcapture_deliveries{state=\"Delivered\"} 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains("leadcapture_deliveries{state=\"NeedsAttention\"} 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains("leadcapture_deliveries{state=\"Waiting\"} 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains("leadcapture_oldest_waiting_seconds{} 30\n", metrics, StringComparison.Ordinal);
        Assert.Equal(0, await Figures(app).BudgetLeft());
    }

    [Fact]
    public async Task A_lead_counts_for_the_day_on_which_it_came_in()
    {
        await using var app = await TestApp.StartAtRest("Reply:RequestsPerHour=2");
        await app.SubmitsInTurn(ClockSteps.People(3));
        var first = DateOnly.FromDateTime(app.Clock!.GetUtcNow().UtcDateTime);
        Assert.Equal(new(first, Received: 3, Delivered: 2, NeedsAttention: 0), await Latest(app));

        await app.Passes(TimeSpan.FromDays(1));
        app.ReplyIo.State.Play(Scene.Refuse, calls: 1);
        await app.Submits("refused@example.com");
        await app.Settles();

        for (var again = 0; again < 2; again++)
            Assert.Equal([new(first, 3, 3, 0), new(first.AddDays(1), 1, 0, 1)],
                await Figures(app).Days(2, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_time_to_delivery_is_that_of_the_last_day()
    {
        await using var app = await TestApp.StartAtRest("Reply:RequestsPerHour=2");
        Assert.Null(await Figures(app).Times(TestContext.Current.CancellationToken));

        await app.SubmitsInTurn(ClockSteps.People(3));
        await app.Passes(TimeSpan.FromHours(1));

        // Two at once, and one when calls were free again.
        var times = await Figures(app).Times(TestContext.Current.CancellationToken);
        Assert.Equal((0, 1), ((int)times!.Median.TotalHours, (int)times.NinetyFifth.TotalHours));
        await app.Passes(TimeSpan.FromHours(24));
        Assert.Null(await Figures(app).Times(TestContext.Current.CancellationToken));
    }

    private static Figures Figures(TestApp app) => app.Services.GetRequiredService<Figures>();

    private static async Task<DayFigures> Latest(TestApp app) =>
        Assert.Single(await Figures(app).Days(1, TestContext.Current.CancellationToken));
}
