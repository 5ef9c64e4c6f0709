using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Sandbox;
using LeadCapture.Tests.Support;
using static LeadCapture.Tests.Support.LeadSteps;

namespace LeadCapture.Tests.Deliveries;

/// What becomes of a contact that Reply.io had before, as the form says.
public class ExistingContactTests
{
    private const string Profile = "https://www.linkedin.com/in/ann-example";

    public enum Known { No, InSequence, ByLinkedIn, OptedOut }

    public static MatrixTheoryData<ExistingContact, Known> Matrix =>
        new(Enum.GetValues<ExistingContact>(), Enum.GetValues<Known>());

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task Each_policy_for_each_kind_of_contact(ExistingContact policy, Known known)
    {
        await using var app = await TestApp.Start();
        var (sequence, _) = await app.Follows(existing: policy);
        Prepare(app, known);

        using var _ = await app.Posts("/f/contact", ("email", Ann), ("firstName", "Anna"), ("linkedInUrl", Profile), ("consent", "yes"));
        await app.IsDelivered(Ann);

        var state = app.ReplyIo.State;
        var looked = policy != ExistingContact.Create;
        var delivery = await app.DeliveryOf(Ann);
        Assert.Equal(looked ? known != Known.No : (bool?)null, delivery.WasKnown);
        Assert.Equal(!looked || known == Known.No ? 1 : 0, state.Calls.Count(call => call is { Method: "POST", Path: "/v4/contacts" }));
        Assert.Equal(looked && known != Known.No && policy == ExistingContact.Update ? 1 : 0, state.Calls.Count(call => call.Method == "PATCH"));
        if (looked && known != Known.No)
        {
            // One contact as before: nothing that was known is lost.
            var contact = LeadCapture.ReplyIo.Contact.Parse(Assert.Single(state.Contacts).Json)!;
            Assert.Equal(policy == ExistingContact.Update ? "Anna" : "Ann", contact.FirstName);
            Assert.Equal("Example Ltd", contact.Company);
        }
        var expected = known switch
        {
            Known.OptedOut when looked => EnrollmentState.OptedOut,
            Known.InSequence when looked => EnrollmentState.InOtherSequence,
            // The sandbox puts whoever has an address in a sequence of its own, also after an update.
            Known.ByLinkedIn when looked => policy == ExistingContact.Update ? EnrollmentState.InOtherSequence : EnrollmentState.Enrolled,
            _ => delivery.FollowUp!.Enrollment,
        };
        Assert.Equal(expected, delivery.FollowUp!.Enrollment);
        Assert.Equal(expected == EnrollmentState.Enrolled ? 1 : 0, state.Enrollments.Count(one => one.SequenceId == sequence));
    }

    [Fact]
    public async Task Two_leads_of_one_person_at_the_same_time_are_one_contact()
    {
        await using var app = await TestApp.Start();
        await app.Follows(existing: ExistingContact.Update);

        await Task.WhenAll(app.Submits(Ann), app.Submits(Ann), app.Submits(Ann), app.Submits(Ann));
        await TestApp.Eventually(() => app.AllAre(DeliveryState.Delivered), "all are delivered");

        Assert.Equal(1, app.ReplyIo.State.CreatesOf(Ann));
        Assert.Single(app.ReplyIo.State.Contacts);
    }

    [Theory]
    [InlineData(Scene.CutBefore)]
    [InlineData(Scene.CutAfter)]
    [InlineData(Scene.ServerError)]
    public async Task A_lost_answer_to_an_update_is_looked_up(Scene scene)
    {
        await using var app = await TestApp.StartAtRest();
        await app.Follows(existing: ExistingContact.Update);
        Prepare(app, Known.InSequence);
        app.ReplyIo.State.Play(new(scene, Calls: 1, Only: SceneReach.Updates));

        await app.Submits(Ann);
        await app.PassesUntil(TimeSpan.FromSeconds(10), () => app.AllAre(DeliveryState.Delivered), atMost: TimeSpan.FromMinutes(10));

        Assert.Equal(0, app.ReplyIo.State.CreatesOf(Ann));
        Assert.Single(app.ReplyIo.State.Contacts);
    }

    private static void Prepare(TestApp app, Known known)
    {
        if (known == Known.No)
            return;
        var by = known == Known.ByLinkedIn ? $"\"linkedInUrl\":\"{Profile}\"" : $"\"email\":\"{Ann}\"";
        app.ReplyIo.State.Know($$"""{ {{by}}, "firstName": "Ann", "company": "Example Ltd" }""");
        if (known == Known.OptedOut)
            app.ReplyIo.State.OptOut(Ann);
    }
}
