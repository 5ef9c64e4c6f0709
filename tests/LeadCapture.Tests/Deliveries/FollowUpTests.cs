using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Sandbox;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Tests.Support.LeadSteps;

namespace LeadCapture.Tests.Deliveries;

/// A contact that Reply.io has joins the lists and the sequence of its form: each once, whatever happens on the way.
public class FollowUpTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_contact_joins_its_list_and_its_sequence_and_is_read_again()
    {
        await using var app = await TestApp.Start();
        var (sequence, list) = await app.Follows();

        var page = await app.Submits(Ann);
        await app.IsDelivered(Ann);

        Assert.Equal([AttemptKind.Create, AttemptKind.AddToList, AttemptKind.Enroll, AttemptKind.LookUp], await app.KindsOf(Ann));
        Assert.Contains(list, app.ReplyIo.State.ListsOf(Ann));
        Assert.Equal(1, app.ReplyIo.State.EnrolledTimes(Ann, sequence));
        Assert.Contains("Demo", await app.Reads(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_goes_by_version_3()
    {
        await using var app = await TestApp.Start("Reply:ApiVersion=v3");
        var (sequence, list) = await app.Follows(existing: ExistingContact.Update);

        await app.Submits(Ann);
        await app.Submits(Ann, "landing-page");
        await TestApp.Eventually(() => app.AllAre(DeliveryState.Delivered), "both are delivered");

        Assert.Equal(1, app.ReplyIo.State.EnrolledTimes(Ann, sequence));
        Assert.Contains(list, app.ReplyIo.State.ListsOf(Ann));
        Assert.All(app.ReplyIo.State.Calls, call => Assert.StartsWith("/v3/", call.Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_says_delivered_as_soon_as_the_contact_is_there()
    {
        await using var app = await TestApp.StartAtRest();
        var (sequence, _) = await app.Follows(delayMinutes: 30);

        var page = await app.Submits(Ann);
        await app.Settles();

        Assert.Contains("data-delivery=\"delivered\"", await app.Reads(page), StringComparison.Ordinal);
        Assert.Equal((DeliveryState.Waiting, DeliveryStep.Sequence), await StandingOf(app));
        await app.Passes(29 * Minute);
        Assert.Equal(0, app.ReplyIo.State.EnrolledTimes(Ann, sequence));
        await app.Passes(Minute);
        Assert.Equal(1, app.ReplyIo.State.EnrolledTimes(Ann, sequence));
        Assert.Equal((DeliveryState.Delivered, DeliveryStep.Contact), await StandingOf(app));
    }

    [Fact]
    public async Task What_waits_to_be_enrolled_holds_up_no_other_lead_of_the_person()
    {
        await using var app = await TestApp.StartAtRest();
        await app.Follows(delayMinutes: 30);

        await app.SubmitsInTurn(Ann);
        await app.Submits(Ann, "landing-page");
        await app.Settles();

        Assert.Equal(2, app.ReplyIo.State.CreatesOf(Ann));
    }

    [Fact]
    public async Task Two_leads_of_a_person_do_not_begin_the_same_sequence_twice()
    {
        await using var app = await TestApp.StartAtRest();
        var (sequence, _) = await app.Follows(delayMinutes: 30, other: OtherSequence.Move);

        await app.SubmitsInTurn(Ann);
        using var again = await app.Posts("/f/contact", ("email", Ann), ("notes", "One more question"));
        await app.PassesUntil(Minute, () => app.AllAre(DeliveryState.Delivered), atMost: 60 * Minute);

        Assert.Equal(1, app.ReplyIo.State.EnrolledTimes(Ann, sequence));
        Assert.Equal(2, (await app.Query(db => db.Deliveries.ToListAsync())).Count(delivery => delivery.FollowUp!.IsEnrolled));
    }

    [Fact]
    public async Task Canceled_in_time_no_call_is_made()
    {
        await using var app = await TestApp.StartAtRest();
        var (sequence, _) = await app.Follows(delayMinutes: 30);
        await app.SubmitsInTurn(Ann);
        using var admin = await AdminBrowser.SignedIn(app);
        var page = await admin.Gets(await app.PathOf(Ann));

        await admin.Decides(page, "cancel");
        await app.Passes(60 * Minute);

        Assert.Equal(0, app.ReplyIo.State.EnrolledTimes(Ann, sequence));
        Assert.Equal(DeliveryState.Delivered, (await app.DeliveryOf(Ann)).State);
        Assert.Equal(EnrollmentState.Canceled, (await app.FollowUpOf(Ann)).Enrollment);
    }

    [Fact]
    public async Task Another_sequence_can_be_chosen_in_time_and_the_wait_can_be_ended()
    {
        await using var app = await TestApp.StartAtRest();
        var (sequence, _) = await app.Follows(delayMinutes: 30);
        var other = app.ReplyIo.State.AddSequence("Other");
        await app.SubmitsInTurn(Ann);
        using var admin = await AdminBrowser.SignedIn(app);

        await admin.Posts(await app.PathOf(Ann) + "/follow-up/sequence", await Seen(app), ("sequence", $"{other}"));
        await admin.Posts(await app.PathOf(Ann) + "/follow-up/now", await Seen(app));
        await app.Passes(TimeSpan.FromSeconds(2));

        Assert.Equal((0, 1), (app.ReplyIo.State.EnrolledTimes(Ann, sequence), app.ReplyIo.State.EnrolledTimes(Ann, other)));
    }

    [Fact]
    public async Task Who_came_into_another_sequence_while_it_waited_stays_there()
    {
        await using var app = await TestApp.StartAtRest();
        var (sequence, _) = await app.Follows(delayMinutes: 30);
        var other = app.ReplyIo.State.AddSequence("Other");
        await app.Publishes("landing-page", form => form with { ExistingContact = ExistingContact.Leave, AfterDelivery = new() { SequenceId = other, InOtherSequence = OtherSequence.Add } });

        await app.SubmitsInTurn(Ann);
        await app.Submits(Ann, "landing-page");
        await app.Settles();
        Assert.Equal(1, app.ReplyIo.State.EnrolledTimes(Ann, other));
        await app.PassesUntil(Minute, () => app.AllAre(DeliveryState.Delivered), atMost: 60 * Minute);

        Assert.Equal(0, app.ReplyIo.State.EnrolledTimes(Ann, sequence));
        Assert.Equal([EnrollmentState.Enrolled, EnrollmentState.InOtherSequence],
            (await app.Query(db => db.Deliveries.ToListAsync())).Select(delivery => delivery.FollowUp!.Enrollment).Order());
    }

    [Fact]
    public async Task Who_is_in_another_sequence_is_enrolled_all_the_same_where_a_person_says_so()
    {
        await using var app = await TestApp.StartAtRest();
        var (sequence, _) = await app.Follows(delayMinutes: 30);
        var other = app.ReplyIo.State.AddSequence("Other");
        await app.Publishes("landing-page", form => form with { ExistingContact = ExistingContact.Leave, AfterDelivery = new() { SequenceId = other, InOtherSequence = OtherSequence.Add } });
        using var admin = await AdminBrowser.SignedIn(app);

        await app.SubmitsInTurn(Ann);
        var seen = await Seen(app);
        var lead = await app.PathOf(Ann);
        await app.Submits(Ann, "landing-page");
        await app.Settles();
        await admin.Posts(lead + "/follow-up/now", seen);
        await app.Passes(TimeSpan.FromSeconds(2));

        Assert.Equal((1, 1), (app.ReplyIo.State.EnrolledTimes(Ann, sequence), app.ReplyIo.State.EnrolledTimes(Ann, other)));
    }

    [Fact]
    public async Task An_enrolled_contact_is_taken_out_again()
    {
        await using var app = await TestApp.Start();
        var (sequence, _) = await app.Follows();
        await app.Submits(Ann);
        await app.IsDelivered(Ann);
        using var admin = await AdminBrowser.SignedIn(app);

        await admin.Decides(await admin.Gets(await app.PathOf(Ann)), "remove");
        await TestApp.Eventually(
            async () => (await app.DeliveryOf(Ann)) is { State: DeliveryState.Delivered, FollowUp.Enrollment: EnrollmentState.Removed }, "it is out");

        Assert.DoesNotContain(sequence, app.ReplyIo.State.SequencesOf(Ann));
    }

    public static TheoryData<Scene, SceneReach> Faults
    {
        get
        {
            var faults = new TheoryData<Scene, SceneReach>();
            foreach (var reach in (SceneReach[])[SceneReach.Lists, SceneReach.Enrollments])
                foreach (var scene in (Scene[])[Scene.CutBefore, Scene.CutAfter, Scene.CutShort, Scene.Html, Scene.ServerError, Scene.RateLimited, Scene.BadKey])
                    faults.Add(scene, reach);
            return faults;
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Whatever_answers_a_step_it_is_done_once_and_no_other_is_repeated(Scene scene, SceneReach reach)
    {
        await using var app = await TestApp.StartAtRest();
        var (sequence, list) = await app.Follows();
        app.ReplyIo.State.Play(new(scene, Calls: 1, Only: reach));

        await app.Submits(Ann);
        await app.PassesUntil(TimeSpan.FromSeconds(10), () => app.AllAre(DeliveryState.Delivered), atMost: TimeSpan.FromMinutes(10));

        Assert.Equal(1, app.ReplyIo.State.CreatesOf(Ann));
        Assert.Equal(1, app.ReplyIo.State.EnrolledTimes(Ann, sequence));
        Assert.Contains(list, app.ReplyIo.State.ListsOf(Ann));
    }

    [Theory]
    [InlineData(SceneReach.Lists, true)]
    [InlineData(SceneReach.Lists, false)]
    [InlineData(SceneReach.Enrollments, true)]
    [InlineData(SceneReach.Enrollments, false)]
    public async Task A_program_that_dies_during_a_step_leaves_it_to_the_next_one(SceneReach reach, bool isDone)
    {
        var data = await TestApp.Start();
        var (sequence, list) = await data.Follows();
        await data.Stop();
        // Slow works first and answers late; ServerError does nothing.
        data.ReplyIo.State.Play(new(isDone ? Scene.Slow : Scene.ServerError, Calls: 1, Delay: TimeSpan.FromMinutes(10), Only: reach));
        await using (var program = await TestProgram.Start(data, "Reply:InlineWait=00:00:00", "Reply:AttemptTimeout=00:00:03"))
        {
            await program.Submits(Ann);
            var calls = reach == SceneReach.Lists ? 2 : 3;
            await TestApp.Eventually(() => Task.FromResult(data.ReplyIo.State.Received == calls), "the call is under way");
            await program.Dies();
        }

        await using var next = await TestApp.Start(new TestAppPlan { Continues = data });
        await next.IsDelivered(Ann);

        Assert.Equal(1, next.ReplyIo.State.CreatesOf(Ann));
        Assert.Equal(1, next.ReplyIo.State.EnrolledTimes(Ann, sequence));
        Assert.Contains(list, next.ReplyIo.State.ListsOf(Ann));
    }

    [Fact]
    public async Task A_refused_enrollment_needs_a_person_and_is_repeated_alone()
    {
        await using var app = await TestApp.Start();
        var (sequence, _) = await app.Follows();
        app.ReplyIo.State.Play(new(Scene.NotProcessed, Calls: 1));
        var page = await app.Submits(Ann);
        await app.Reaches(Ann, DeliveryState.NeedsAttention);
        using var admin = await AdminBrowser.SignedIn(app);

        Assert.Contains("data-delivery=\"delivered\"", await app.Reads(page), StringComparison.Ordinal);
        var lead = await admin.Gets(await app.PathOf(Ann));
        Assert.Contains("Contact created, not enrolled", lead.Html.QuerySelector("[data-standing]")!.TextContent, StringComparison.Ordinal);
        await admin.Posts(await app.PathOf(Ann) + "/follow-up/now", await Seen(app));
        await app.IsDelivered(Ann);

        Assert.Equal((1, 1), (app.ReplyIo.State.CreatesOf(Ann), app.ReplyIo.State.EnrolledTimes(Ann, sequence)));
    }

    [Fact]
    public async Task Who_has_opted_out_is_not_enrolled_and_that_is_no_failure()
    {
        await using var app = await TestApp.Start();
        var (sequence, _) = await app.Follows(existing: ExistingContact.Update);
        app.ReplyIo.State.Know($$"""{"email":"{{Ann}}","firstName":"Ann"}""");
        app.ReplyIo.State.OptOut(Ann);

        await app.Submits(Ann);
        await app.IsDelivered(Ann);

        Assert.Equal(EnrollmentState.OptedOut, (await app.FollowUpOf(Ann)).Enrollment);
        Assert.Equal(0, app.ReplyIo.State.EnrolledTimes(Ann, sequence));
    }

    [Theory]
    [InlineData("Berlin", true)]
    [InlineData("Paris", false)]
    public async Task The_first_rule_that_matches_decides_on_the_sequence(string city, bool matches)
    {
        await using var app = await TestApp.Start();
        var (usual, special) = (app.ReplyIo.State.AddSequence("Usual"), app.ReplyIo.State.AddSequence("Special"));
        await app.Publishes("contact", form => form with
        {
            AfterDelivery = new()
            {
                SequenceId = usual,
                Rules = [new() { When = new() { All = [new() { Field = "city", Is = "berlin" }] }, SequenceId = special }],
            },
        });

        using var _ = await app.Posts("/f/contact", ("email", Ann), ("city", city));
        await app.IsDelivered(Ann);

        Assert.Equal(
            matches ? (0, 1) : (1, 0), (app.ReplyIo.State.EnrolledTimes(Ann, usual), app.ReplyIo.State.EnrolledTimes(Ann, special)));
    }

    [Theory]
    [InlineData("2026-11-27T10:00", "2026-11-27T10:00")] // a Friday at 11 in Berlin
    [InlineData("2026-11-27T05:00", "2026-11-27T08:00")]
    [InlineData("2026-11-27T16:00", "2026-11-30T08:00")] // after 17 o'clock there, and Monday is next
    [InlineData("2026-11-28T12:00", "2026-11-30T08:00")]
    public void Business_hours_are_those_of_the_place(string utc, string enrolled) => Assert.Equal(
        DateTime.Parse(enrolled, null), BusinessHours.From(DateTime.SpecifyKind(DateTime.Parse(utc, null), DateTimeKind.Utc),
            TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")));

    private static async Task<(DeliveryState, DeliveryStep)> StandingOf(TestApp app) =>
        await app.DeliveryOf(Ann) is var delivery ? (delivery.State, delivery.Step) : default;

    private static async Task<(string, string)> Seen(TestApp app) => ("attempts", $"{(await app.DeliveryOf(Ann)).Attempts}");
}
