using LeadCapture.Deliveries;
using LeadCapture.Forms;

namespace LeadCapture.Tests.Support;

/// Forms that let something follow their contacts.
internal static class FollowUpSteps
{
    public const string Form = "contact";

    /// Contacts of the form join a list and a sequence of the sandbox, which are made for that.
    public static async Task<(int Sequence, int List)> Follows(
        this TestApp app, int delayMinutes = 0, ExistingContact existing = ExistingContact.Create, OtherSequence other = OtherSequence.Skip)
    {
        var (sequence, list) = (app.ReplyIo.State.AddSequence("Demo"), app.ReplyIo.State.AddList("Hot"));
        await app.Publishes(Form, form => form with
        {
            ExistingContact = existing,
            AfterDelivery = new() { SequenceId = sequence, ListIds = [list], DelayMinutes = delayMinutes, InOtherSequence = other },
        });
        return (sequence, list);
    }

    /// From now on.
    public static Task NothingFollows(this TestApp app) => app.Publishes(Form, form => form with { AfterDelivery = null });

    public static async Task AreSubmitted(this TestApp app, IEnumerable<string> people)
    {
        foreach (var who in people)
            await app.Submits(who);
    }

    public static async Task AreDelivered(this TestApp app, IReadOnlyList<string> people)
    {
        await app.AreSubmitted(people);
        foreach (var who in people)
            await app.IsDelivered(who);
    }

    /// All that were delivered; gives the page of the run.
    public static async Task<string> Enrolls(this AdminBrowser browser, int sequence)
    {
        var plan = await browser.Posts("/admin/runs/new", ("order", "Enroll"), ("all", "true"), ("state", "Delivered"));
        return (await browser.Starts(plan, ("sequence", $"{sequence}"))).To!;
    }

    public static async Task<IEnumerable<AttemptKind>> KindsOf(this TestApp app, string email) =>
        (await app.AttemptsOf(email)).Select(attempt => attempt.Kind);

    public static async Task<FollowUp> FollowUpOf(this TestApp app, string email) => (await app.DeliveryOf(email)).FollowUp!;
}
