using System.Text;
using LeadCapture.Deliveries;
using LeadCapture.ReplyIo;
using LeadCapture.Sandbox;
using LeadCapture.Tests.ReplyIo;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Deliveries;

/// Reply.io has a contact of this person, and the question is whose answers it has.
public class KnownPersonTests
{
    private const string Ann = "ann@example.com";
    private const string KnownAnn = $$"""{"email":"{{Ann}}","firstName":"Anna","notes":"zq-internal"}""";
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task An_old_contact_without_the_new_answers_is_no_delivery()
    {
        await using var app = await AtRest();
        app.ReplyIo.State.Know(KnownAnn);
        app.ReplyIo.State.Play(Scene.CutBefore, calls: 1);

        await app.SubmitsInTurn(Ann);
        await app.Passes(Minute);
        Assert.Equal((DeliveryState.Unconfirmed, Cause.Found), await StandingOf(app));
        await app.Passes(Minute);

        Assert.True(await app.AllAre(DeliveryState.Delivered));
        Assert.Equal(1, app.ReplyIo.State.CreatesOf(Ann));
        Assert.Contains("\"Ann\"", Assert.Single(app.ReplyIo.State.Contacts).Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_contacts_that_were_added_in_one_second_each_lead_takes_its_own()
    {
        await using var app = await AtRest();
        app.ReplyIo.State.Duplicates = Duplicates.CreateAgain;
        await Sends(app, "email", Ann, "First");
        await app.Settles();
        app.ReplyIo.State.Play(Scene.CutAfter, calls: 1);
        await Sends(app, "email", Ann, "Second");
        await app.Settles();
        await Edits(app, """{"firstName":"Edited"}""");

        await app.PassesUntil(Minute, () => app.AllAre(DeliveryState.Delivered), atMost: TimeSpan.FromMinutes(5));

        Assert.Equal(2, app.ReplyIo.State.CreatesOf(Ann));
    }

    [Fact]
    public async Task A_create_that_changes_an_old_contact_after_its_caller_gave_up_is_not_repeated()
    {
        await using var app = await TestApp.Start("Reply:AttemptTimeout=00:00:00.400", "Reply:UnconfirmedWait=00:00:03");
        app.ReplyIo.State.Know(KnownAnn);
        app.ReplyIo.State.Play(new(Scene.SlowCreate, Calls: 1, Delay: TimeSpan.FromSeconds(5)));

        await app.Submits(Ann);
        await app.IsDelivered(Ann);

        Assert.Equal(1, app.ReplyIo.State.CreatesOf(Ann));
        Assert.Equal([AttemptKind.Create, AttemptKind.LookUp, AttemptKind.LookUp], (await app.AttemptsOf(Ann)).Select(attempt => attempt.Kind));
    }

    [Theory]
    [InlineData(Duplicates.Update)]
    [InlineData(Duplicates.CreateAgain)]
    public async Task A_contact_with_all_that_was_sent_is_ours_and_every_match_is_judged(Duplicates duplicates)
    {
        await using var app = await AtRest();
        app.ReplyIo.State.Duplicates = duplicates;
        app.ReplyIo.State.Know(KnownAnn);
        app.ReplyIo.State.Play(Scene.CutAfter, calls: 1);

        await app.SubmitsInTurn(Ann);
        await app.Passes(Minute);

        Assert.True(await app.AllAre(DeliveryState.Delivered));
        Assert.Equal((1, 2), (app.ReplyIo.State.CreatesOf(Ann), app.ReplyIo.State.Received));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(-7)]
    public async Task A_contact_that_was_added_since_is_ours_whatever_it_says_by_Reply_ios_own_clock(int hours)
    {
        await using var app = await AtRest();
        app.ReplyIo.State.ClockOffset = TimeSpan.FromHours(hours);
        app.ReplyIo.State.Play(Scene.CutAfter, calls: 1);

        using var answer = await app.Posts("/f/contact", ("email", Ann), ("firstName", "Ann"), ("company", "Acme"),
            ("customFields[0].key", "colour"), ("customFields[0].value", "red"));
        await app.Settles();
        await Edits(app, """{"company":"Acme Ltd"}""");
        await app.Passes(Minute);

        Assert.True(await app.AllAre(DeliveryState.Delivered));
        Assert.Equal(1, app.ReplyIo.State.CreatesOf(Ann));
    }

    [Fact]
    public async Task What_was_corrected_meanwhile_is_sent()
    {
        await using var app = await AtRest();
        app.ReplyIo.State.Play(Scene.CutAfter, calls: 1);
        await app.SubmitsInTurn(Ann);
        using var admin = await AdminBrowser.SignedIn(app);
        await admin.SendsForm(await admin.Gets(await app.PathOf(Ann) + "/correction"), "save", ("firstName", "Annika"), ("why", "misheard"));

        await app.Passes(Minute);

        Assert.True(await app.AllAre(DeliveryState.Delivered));
        Assert.Equal(2, app.ReplyIo.State.CreatesOf(Ann));
        Assert.Contains("Annika", Assert.Single(app.ReplyIo.State.Contacts).Json, StringComparison.Ordinal);
        Assert.Equal([0, 1, 1], (await app.AttemptsOf(Ann)).Select(attempt => attempt.AnswersVersion));
    }

    [Fact]
    public async Task A_known_person_who_never_gets_the_answers_is_a_persons_decision_with_both_side_by_side()
    {
        await using var app = await AtRest("Reply:RequestsPerHour=0");
        app.ReplyIo.State.Know(KnownAnn);
        app.ReplyIo.State.Play(new(Scene.CutBefore, Only: SceneReach.Creates));
        await app.SubmitsInTurn(Ann);

        await app.PassesUntil(Minute, () => app.AllAre(DeliveryState.NeedsAttention), atMost: TimeSpan.FromHours(2));

        Assert.Equal(FailureGroup.KnownWithout, (await app.DeliveryOf(Ann)).FailureKey);
        Assert.Equal(4, (await app.AttemptsOf(Ann)).Count(attempt => attempt.Kind == AttemptKind.Create));
        using var admin = await AdminBrowser.SignedIn(app);
        var page = await admin.Gets(await app.PathOf(Ann));
        Assert.Contains("Anna", page.Html.QuerySelectorAll(".compared mark").Select(other => other.TextContent));
        Assert.Contains("zq-internal", page.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("email", Ann, Ann)]
    [InlineData("linkedInUrl", "https://www.linkedin.com/in/ann-lee", "https://de.linkedin.com/in/Ann-Lee/?trk=x")]
    public async Task Leads_of_one_person_go_one_after_the_other(string property, string one, string other)
    {
        await using var app = await AtRest("Reply:MaxConcurrentCalls=4");
        app.ReplyIo.State.Play(Scene.CutAfter, calls: 1);

        await Sends(app, property, one, "First");
        await app.Settles();
        await Sends(app, property, other, "Second");
        await app.Settles();
        Assert.Equal(1, app.ReplyIo.State.Received);

        await app.PassesUntil(TimeSpan.FromSeconds(5), () => app.AllAre(DeliveryState.Delivered), atMost: TimeSpan.FromMinutes(5));
        Assert.Equal(2, app.ReplyIo.State.Created);
        Assert.Contains("Second", app.ReplyIo.State.Contacts[^1].Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_leads_of_one_person_at_once_all_arrive_in_turn()
    {
        await using var app = await TestApp.Start("Reply:InlineWait=00:00:00", "Reply:RequestsPerMinute=0", "Reply:RequestsPerHour=0");

        app.ReplyIo.State.Play(new(Scene.Slow, Delay: TimeSpan.FromMilliseconds(200)));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Sends(app, "email", Ann, $"Ann{number}")));
        await TestApp.Eventually(() => app.AllAre(DeliveryState.Delivered), "all are delivered");

        Assert.Equal(8, app.ReplyIo.State.CreatesOf(Ann));
        var attempts = await app.Query(db => db.Attempts.AsNoTracking().OrderBy(attempt => attempt.StartedAt).ToListAsync());
        Assert.All(attempts.Zip(attempts.Skip(1)), pair => Assert.True(pair.First.EndedAt - pair.Second.StartedAt < TimeSpan.FromMilliseconds(100)));
    }

    [Fact]
    public async Task Two_unconfirmed_leads_of_one_person_do_not_wait_for_each_other()
    {
        await using var app = await AtRest();
        app.ReplyIo.State.Play(new(Scene.RateLimited, RetryAfter: Minute));
        await app.SubmitsInTurn(Ann);
        await Sends(app, "email", Ann, "Second");
        await app.Query(db => db.Deliveries.ExecuteUpdateAsync(set => set.SetProperty(d => d.State, DeliveryState.Unconfirmed)));

        app.ReplyIo.State.Play(Scene.Normal);
        await app.PassesUntil(TimeSpan.FromSeconds(10), () => app.AllAre(DeliveryState.Delivered), atMost: TimeSpan.FromMinutes(10));

        Assert.Equal(2, app.ReplyIo.State.CreatesOf(Ann));
    }

    [Theory]
    [InlineData(Scene.OtherPerson)]
    [InlineData(Scene.OtherPersonStored)]
    public async Task An_answer_about_another_person_is_looked_up_and_that_person_is_not_shown(Scene scene)
    {
        await using var app = await AtRest();
        app.ReplyIo.State.Play(scene, calls: 1);

        var confirmation = await app.Submits(Ann);
        await app.Settles();
        Assert.Equal((DeliveryState.Unconfirmed, Cause.AnotherContact), await StandingOf(app));
        await app.PassesUntil(Minute, () => app.AllAre(DeliveryState.Delivered), atMost: TimeSpan.FromMinutes(5));

        Assert.Equal(1, app.ReplyIo.State.CreatesOf(Ann));
        Assert.Contains(Ann, (await app.DeliveryOf(Ann)).ContactJson, StringComparison.Ordinal);
        Assert.Equal("delivered", (await app.Opens(confirmation)).Delivery);
    }

    [Fact]
    public async Task An_answer_that_names_nobody_is_delivered_and_not_shown()
    {
        await using var app = await TestApp.Start();
        app.ReplyIo.State.Play(Scene.Anonymous, calls: 1);

        var page = await app.Opens(await app.Submits(Ann));

        Assert.Equal("delivered", page.Delivery);
        Assert.Null(page.Html.QuerySelector("article.contact"));
    }

    [Theory]
    [InlineData("https://lnkd.in/abc")]
    [InlineData("https://www.linkedin.com/in/ann-lee")]
    public async Task A_short_link_has_no_handle_to_tell_people_apart(string returned)
    {
        var added = DateTimeOffset.UtcNow.AddMinutes(1).ToString("O", null);
        await using var replyIo = await CannedServer.Answering(201, $$"""{"id":7,"linkedInUrl":"{{returned}}","addingDate":"{{added}}"}""");
        await using var app = await TestApp.Start($"Reply:BaseUrl={replyIo.Url}");

        var page = await app.IsThanked("/f/contact", ("linkedInUrl", "https://lnkd.in/abc"));

        Assert.Equal(("delivered", returned.Contains("lnkd", StringComparison.Ordinal)),
            (page.Delivery, page.Html.QuerySelector("article.contact") is not null));
    }

    private static Task<TestApp> AtRest(params string[] settings) => TestApp.StartAtRest(["Reply:UnconfirmedWait=00:01:00", .. settings]);

    private static async Task Sends(TestApp app, string property, string value, string name)
    {
        using var answer = await app.Posts("/f/contact", (property, value), ("firstName", name));
        Assert.Equal(303, (int)answer.StatusCode);
    }

    /// A colleague changes the newest contact in Reply.io.
    private static async Task Edits(TestApp app, string json)
    {
        using var http = new HttpClient { BaseAddress = app.ReplyIo.Address };
        http.DefaultRequestHeaders.Add("X-API-Key", "test-key");
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await http.PatchAsync(new Uri($"/v4/contacts/{app.ReplyIo.State.Contacts[^1].Id}", UriKind.Relative), body);
        Assert.Equal(200, (int)answer.StatusCode);
    }

    private static async Task<(DeliveryState, Cause?)> StandingOf(TestApp app)
    {
        var delivery = await app.DeliveryOf(Ann);
        return (delivery.State, delivery.Cause);
    }
}
