using LeadCapture.Deliveries;
using LeadCapture.ReplyIo;
using LeadCapture.Sandbox;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Deliveries;

/// The answer to a create was lost, and Reply.io may still be at work with it.
public class LostAnswerTests
{
    private const string Ann = "ann@example.com";
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task A_create_that_works_after_its_caller_gave_up_is_found_and_not_repeated()
    {
        await using var app = await TestApp.Start("Reply:AttemptTimeout=00:00:00.400", "Reply:UnconfirmedWait=00:00:03");
        app.ReplyIo.State.Play(new(Scene.SlowCreate, Calls: 1, Delay: TimeSpan.FromSeconds(5)));

        await app.Submits(Ann);
        await app.IsDelivered(Ann);

        Assert.Equal(1, app.ReplyIo.State.CreatesOf(Ann));
        Assert.Equal([AttemptKind.Create, AttemptKind.LookUp, AttemptKind.LookUp], (await app.AttemptsOf(Ann)).Select(attempt => attempt.Kind));
    }

    [Fact]
    public async Task The_first_look_up_waits_and_only_a_second_one_as_much_later_proves_that_nothing_is_there()
    {
        await using var app = await AtRest();
        app.ReplyIo.State.Play(Scene.CutBefore, calls: 1);
        await app.SubmitsInTurn(Ann);

        await app.Passes(Wait - Moment);
        Assert.Equal(1, app.ReplyIo.State.Received);
        await app.Passes(Moment);
        Assert.Equal([Cause.NoAnswer, Cause.NotFound], await CausesOf(app));
        Assert.Equal(DeliveryState.Unconfirmed, (await app.DeliveryOf(Ann)).State);

        await app.Passes(Wait - Moment);
        Assert.Equal(2, app.ReplyIo.State.Received);
        await app.Passes(Moment);

        Assert.Equal([Cause.Created, Cause.NotFound, Cause.NotFound, Cause.NoAnswer], (await CausesOf(app)).Order());
        Assert.Equal(1, app.ReplyIo.State.CreatesOf(Ann));
    }

    [Fact]
    public async Task A_look_up_that_fails_neither_counts_nor_starts_anew()
    {
        await using var app = await AtRest();
        app.ReplyIo.State.Play(Scene.CutBefore, calls: 1);
        await app.SubmitsInTurn(Ann);
        await app.Passes(Wait);
        app.ReplyIo.State.Play(new(Scene.ServerError, Calls: 1, Only: SceneReach.LookUps));

        await app.PassesUntil(Moment, () => app.AllAre(DeliveryState.Delivered), atMost: TimeSpan.FromMinutes(5));

        Assert.Equal(
            [Cause.Created, Cause.NotFound, Cause.NotFound, Cause.NoAnswer, Cause.ServerError], (await CausesOf(app)).Order());
    }

    [Fact]
    public async Task A_person_who_resubmits_meanwhile_does_not_bring_the_look_up_forward()
    {
        await using var app = await AtRest();
        app.ReplyIo.State.Play(Scene.CutBefore, calls: 1);
        await app.SubmitsInTurn(Ann);
        using var admin = await AdminBrowser.SignedIn(app);
        await admin.Decides(await admin.Gets(await app.PathOf(Ann)), "resubmit");

        await app.Passes(Wait - Moment);
        Assert.Equal(1, app.ReplyIo.State.Received);
        await app.Passes(Moment);
        Assert.Equal(2, app.ReplyIo.State.Received);
    }

    [Fact]
    public async Task Not_found_is_said_only_when_every_page_was_read()
    {
        await using var app = await AtRest();
        for (var i = 0; i < 60; i++)
            app.ReplyIo.State.Know($$"""{"email":"other{{i}}-{{Ann}}"}""");
        app.ReplyIo.State.Play(Scene.CutAfter, calls: 1);
        await app.SubmitsInTurn(Ann);

        await app.Passes(Wait);

        Assert.True(await app.AllAre(DeliveryState.Delivered));
        Assert.Equal(3, (await app.AttemptsOf(Ann))[1].Calls);
    }

    [Fact]
    public async Task A_search_with_more_pages_than_are_read_proves_nothing()
    {
        await using var app = await AtRest();
        for (var i = 0; i < 120; i++)
            app.ReplyIo.State.Know($$"""{"email":"other{{i}}-{{Ann}}"}""");
        app.ReplyIo.State.Play(Scene.CutAfter, calls: 1);
        await app.SubmitsInTurn(Ann);

        for (var minute = 0; minute < 10; minute++)
            await app.Passes(Wait);

        Assert.Equal(1, app.ReplyIo.State.CreatesOf(Ann));
        Assert.All((await CausesOf(app)).Skip(1), cause => Assert.Equal(Cause.TooManyPages, cause));
        Assert.Equal(DeliveryState.Unconfirmed, (await app.DeliveryOf(Ann)).State);
    }

    [Fact]
    public async Task After_three_creates_without_an_answer_a_person_decides_where_others_get_through()
    {
        await using var app = await AtRest("Reply:RequestsPerHour=0");
        app.ReplyIo.State.Play(new(Scene.CutBefore, OnlyEmail: Ann));
        await app.SubmitsInTurn(Ann, "ben@example.com");
        for (var minute = 0; minute < 15; minute++)
        {
            await app.Passes(Wait);
            await app.SubmitsInTurn($"other{minute}@example.com");
        }

        var delivery = await app.DeliveryOf(Ann);
        Assert.Equal((DeliveryState.NeedsAttention, FailureGroup.Unanswered), (delivery.State, delivery.FailureKey));
        Assert.Equal(3, (await app.AttemptsOf(Ann)).Count(attempt => attempt.Kind == AttemptKind.Create));
    }

    [Fact]
    public async Task In_an_outage_no_person_is_asked_and_each_lead_arrives_once()
    {
        await using var app = await AtRest("Reply:RequestsPerHour=0");
        app.ReplyIo.State.Play(new(Scene.CutBefore));
        string[] people = ["ann@example.com", "ben@example.com"];
        await app.SubmitsInTurn(people);
        for (var minute = 0; minute < 30; minute++)
            await app.Passes(Wait);
        Assert.False(await app.Query(db => Task.FromResult(db.Deliveries.Any(d => d.State == DeliveryState.NeedsAttention))));

        app.ReplyIo.State.Play(Scene.Normal);
        await app.PassesUntil(TimeSpan.FromMinutes(5), () => app.AllAre(DeliveryState.Delivered), atMost: TimeSpan.FromHours(6));

        Assert.True(app.ReplyIo.State.HasEachOnce(people));
    }

    private static Task<TestApp> AtRest(params string[] settings) => TestApp.StartAtRest(["Reply:UnconfirmedWait=00:01:00", .. settings]);

    private static async Task<IEnumerable<Cause>> CausesOf(TestApp app) =>
        (await app.AttemptsOf(Ann)).Select(attempt => attempt.Cause!.Value);
}
