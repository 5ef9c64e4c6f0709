using System.Net.Http.Json;
using System.Text.Json;
using LeadCapture.Deliveries;
using LeadCapture.Leads;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Leads;

/// What was sent twice is one lead.
public class SubmissionTests
{
    private static (string Name, string Value)[] Ann(string title = "Buyer") =>
        [("email", "ann@example.com"), ("title", title), ("submissionId", "s-1")];

    [Fact]
    public async Task The_same_submission_again_is_the_same_lead()
    {
        await using var app = await TestApp.Start();

        using var first = await app.Posts("/f/contact", Ann());
        using var second = await app.Posts("/f/contact", Ann());

        Assert.Equal(303, (int)second.StatusCode);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        await app.IsDelivered("ann@example.com");
        Assert.Equal(1, app.ReplyIo.State.Received);
    }

    [Fact]
    public async Task Many_equal_posts_at_once_are_one_lead_and_one_contact()
    {
        await using var app = await TestApp.Start();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => app.Posts("/f/contact", Ann())));

        Assert.Single(answers.Select(answer => answer.Headers.Location).Distinct());
        await app.IsDelivered("ann@example.com");
        Assert.Equal(1, app.ReplyIo.State.Received);
    }

    [Fact]
    public async Task What_was_corrected_and_sent_again_is_a_second_lead()
    {
        await using var app = await TestApp.Start();

        using var first = await app.Posts("/f/contact", Ann());
        using var corrected = await app.Posts("/f/contact", Ann("Head of buying"));

        Assert.NotEqual(first.Headers.Location, corrected.Headers.Location);
        await TestApp.Eventually(() => app.AllAre(DeliveryState.Delivered), "both are delivered");
        Assert.Equal(2, app.ReplyIo.State.Received);
    }

    [Fact]
    public async Task A_correction_that_is_sent_twice_is_one_lead()
    {
        await using var app = await TestApp.Start();
        await app.Posts("/f/contact", Ann());

        var corrected = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => app.Posts("/f/contact", Ann("Head of buying"))));

        Assert.Single(corrected.Select(answer => answer.Headers.Location).Distinct());
        Assert.Equal(2, await app.Query(db => db.Leads.CountAsync()));
    }

    [Fact]
    public async Task A_program_that_repeats_its_call_gets_the_same_lead()
    {
        await using var app = await TestApp.Start();

        var first = await Calls(app, "key-1");
        var second = await Calls(app, "key-1");
        var other = await Calls(app, "key-2");

        Assert.Equal((201, 200, 201), (first.Status, second.Status, other.Status));
        Assert.Equal(first.LeadId, second.LeadId);
        Assert.NotEqual(first.LeadId, other.LeadId);
    }

    private static async Task<(int Status, string? LeadId)> Calls(TestApp app, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/forms/contact/leads")
        {
            Content = JsonContent.Create(new { email = "ann@example.com" }),
            Headers = { { "Idempotency-Key", key } },
        };
        using var answer = await app.Visitor.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, body.GetProperty("leadId").GetString());
    }
}
