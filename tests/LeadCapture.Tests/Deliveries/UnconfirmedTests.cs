using LeadCapture.Deliveries;
using LeadCapture.ReplyIo;
using LeadCapture.Sandbox;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Deliveries;

/// The answer was lost: the contact may be there, and must not be there twice.
public class UnconfirmedTests
{
    private const string Ann = "ann@example.com";

    [Theory]
    [InlineData(Scene.CutAfter, Cause.NoAnswer)]
    [InlineData(Scene.CutShort, Cause.NotAContact)]
    public async Task A_contact_that_was_stored_before_the_answer_was_lost_is_found_and_not_sent_again(Scene scene, Cause cause)
    {
        await using var app = await TestApp.Start();
        app.ReplyIo.State.Play(scene, calls: 1);

        await app.Submits(Ann);
        await app.IsDelivered(Ann);

        Assert.Equal(1, app.ReplyIo.State.CreatesOf(Ann));
        Assert.Equal([(AttemptKind.Create, cause), (AttemptKind.LookUp, Cause.Found)], await WayOf(app, Ann));
        Assert.NotNull((await app.DeliveryOf(Ann)).ContactJson);
    }

    [Theory]
    [InlineData(Scene.CutBefore, Cause.NoAnswer)]
    [InlineData(Scene.ServerError, Cause.ServerError)]
    [InlineData(Scene.Unavailable, Cause.ServerError)]
    [InlineData(Scene.Html, Cause.NotAContact)]
    public async Task A_contact_that_is_not_there_after_all_is_sent_again(Scene scene, Cause cause)
    {
        await using var app = await TestApp.Start();
        app.ReplyIo.State.Play(scene, calls: 1);

        await app.Submits(Ann);
        await app.IsDelivered(Ann);

        Assert.Equal(1, app.ReplyIo.State.CreatesOf(Ann));
        Assert.Equal(
            [
                (AttemptKind.Create, cause), (AttemptKind.LookUp, Cause.NotFound), (AttemptKind.LookUp, Cause.NotFound),
                (AttemptKind.Create, Cause.Created),
            ],
            await WayOf(app, Ann));
    }

    [Fact]
    public async Task A_contact_whose_answer_came_too_late_is_found_and_not_sent_again()
    {
        await using var app = await TestApp.Start("Reply:AttemptTimeout=00:00:00.500");
        app.ReplyIo.State.Play(new(Scene.Slow, Calls: 1, Delay: TimeSpan.FromMinutes(5)));

        await app.Submits(Ann);
        await app.IsDelivered(Ann);

        Assert.Equal(1, app.ReplyIo.State.CreatesOf(Ann));
        Assert.Equal((AttemptKind.Create, Cause.NoAnswer), (await WayOf(app, Ann))[0]);
    }

    [Fact]
    public async Task The_page_says_unconfirmed_while_nobody_knows()
    {
        await using var app = await TestApp.StartAtRest();
        app.ReplyIo.State.Play(Scene.Unavailable);

        var confirmation = await app.Submits(Ann);
        await app.Settles();

        var page = await app.Reads(confirmation);
        Assert.Contains("data-delivery=\"unconfirmed\"", page, StringComparison.Ordinal);
        Assert.Equal(DeliveryState.Unconfirmed, (await app.DeliveryOf(Ann)).State);
    }

    [Fact]
    public async Task Where_no_look_up_is_offered_a_lead_with_an_email_is_sent_again()
    {
        await using var app = await TestApp.Start();
        app.ReplyIo.State.Play(Scene.CutBefore, calls: 1);
        app.ReplyIo.State.Play(Scene.NoLookUp);

        await app.Submits(Ann);
        await app.IsDelivered(Ann);

        Assert.Equal(
            [
                (AttemptKind.Create, Cause.NoAnswer), (AttemptKind.LookUp, Cause.LookUpNotOffered),
                (AttemptKind.Create, Cause.Created),
            ],
            await WayOf(app, Ann));
    }

    [Fact]
    public async Task Where_no_look_up_is_offered_a_lead_without_an_email_waits_for_a_person()
    {
        await using var app = await TestApp.Start();
        app.ReplyIo.State.Play(Scene.CutAfter, calls: 1);
        app.ReplyIo.State.Play(Scene.NoLookUp);

        await PostsLinkedIn(app);
        await TestApp.Eventually(() => app.AllAre(DeliveryState.NeedsAttention), "a person is asked");

        Assert.Equal(1, app.ReplyIo.State.Created);
        Assert.Contains("check there whether the contact exists", (await app.OnlyDelivery()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lead_without_an_email_is_looked_up_by_its_LinkedIn_profile()
    {
        await using var app = await TestApp.Start();
        app.ReplyIo.State.Play(Scene.CutAfter, calls: 1);

        await PostsLinkedIn(app);
        await TestApp.Eventually(() => app.AllAre(DeliveryState.Delivered), "found");

        Assert.Equal(1, app.ReplyIo.State.Created);
        Assert.Contains("/in/ann-example", app.ReplyIo.State.Calls[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lead_with_both_is_looked_up_by_email_and_then_by_its_LinkedIn_profile()
    {
        await using var app = await TestApp.Start();
        app.ReplyIo.State.Play(Scene.CutBefore, calls: 1);

        await app.Posts("/f/contact", ("email", Ann), ("linkedInUrl", "https://www.linkedin.com/in/ann-example"));
        await app.IsDelivered(Ann);

        var lookUps = app.ReplyIo.State.Calls.Where(call => call.Path.EndsWith("/filter", StringComparison.Ordinal)).ToList();
        Assert.Collection(lookUps[..2],
            call => Assert.Contains(Ann, call.Body, StringComparison.Ordinal),
            call => Assert.Contains("/in/ann-example", call.Body, StringComparison.Ordinal));
    }

    private static async Task PostsLinkedIn(TestApp app)
    {
        using var answer = await app.Posts("/f/contact", ("linkedInUrl", "https://www.linkedin.com/in/ann-example"));
        Assert.Equal(303, (int)answer.StatusCode);
    }

    private static async Task<List<(AttemptKind, Cause)>> WayOf(TestApp app, string email) =>
        [.. (await app.AttemptsOf(email)).Select(attempt => (attempt.Kind, attempt.Cause!.Value))];
}
