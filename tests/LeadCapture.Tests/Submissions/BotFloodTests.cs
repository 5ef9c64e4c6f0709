using LeadCapture.Deliveries;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Submissions;

/// A program that posts without end keeps nobody waiting.
public class BotFloodTests
{
    private const int Bots = 1000, AtOnce = 8, Humans = 20;

    [Fact]
    public async Task A_bot_that_posts_1000_forms_leaves_every_human_lead_delivered_at_its_first_attempt()
    {
        // A call for each bot would be the budget of ten minutes.
        await using var app = await TestApp.Start("TrustedProxies=1", "Reply:RequestsPerMinute=100");
        var flood = Parallel.ForAsync(0, Bots, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) =>
            Assert.Equal(303, await Sends(app, $"198.51.100.{number % 4}", ("email", $"bot{number}@casino.example"),
                ("notes", $"Casino {number}: https://a.example https://b.example https://c.example"))));

        foreach (var human in Enumerable.Range(1, Humans))
            Assert.Equal(303, await Sends(app, $"203.0.113.{human}", ("email", $"human{human}@example.com"), ("notes", "Please call me"),
                await app.Stamp()));
        foreach (var human in Enumerable.Range(1, Humans))
            await app.IsDelivered($"human{human}@example.com");
        await flood;

        Assert.Equal((Bots, Humans), (await app.CountOf(DeliveryState.Quarantined), await app.CountOf(DeliveryState.Delivered)));
        Assert.Equal(Humans, await app.Query(db => db.Attempts.CountAsync()));
        Assert.Equal(Humans, app.ReplyIo.State.Received);
    }

    /// A whole network that sends one form, as at a fair.
    [Fact]
    public async Task A_fair_has_one_address_for_everybody()
    {
        await using var app = await TestApp.Start();

        foreach (var number in Enumerable.Range(1, 80))
            await app.IsThanked("/f/contact", ("email", $"visitor{number}@example.com"), ("firstName", "Ann"), await app.Stamp(1));

        Assert.Equal(0, await app.CountOf(DeliveryState.Quarantined));
    }

    private static async Task<int> Sends(TestApp app, string address, params (string Name, string Value)[] inputs)
    {
        using var content = new FormUrlEncodedContent(inputs.Select(input => KeyValuePair.Create(input.Name, input.Value)));
        using var answer = await app.Answers(HttpMethod.Post, "/f/contact", await content.ReadAsStringAsync(),
            "application/x-www-form-urlencoded", ("X-Forwarded-For", address));
        return (int)answer.StatusCode;
    }
}
