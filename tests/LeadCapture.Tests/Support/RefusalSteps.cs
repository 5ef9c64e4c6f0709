using LeadCapture.Deliveries;
using LeadCapture.Sandbox;

namespace LeadCapture.Tests.Support;

/// Leads that Reply.io refuses for what they say.
internal static class RefusalSteps
{
    public const string NoCode = "Missing country code · Phone number";

    public static readonly string[] Unlimited = ["Reply:RequestsPerMinute=0", "Reply:RequestsPerHour=0"];

    /// Sends the contact form with these inputs to a Reply.io that looks closely.
    public static async Task IsRefusedFor(this TestApp app, string email, params (string Name, string Value)[] inputs)
    {
        app.ReplyIo.State.Play(Scene.Strict);
        using var answer = await app.Posts("/f/contact", [("email", email), ("firstName", "Ann"), .. inputs]);
        Assert.Equal(303, (int)answer.StatusCode);
        await app.Reaches(email, DeliveryState.NeedsAttention);
    }

    /// Many at once, all for the same fault.
    public static async Task AreRefusedForPhone(this TestApp app, int count)
    {
        app.ReplyIo.State.Play(Scene.Strict);
        await Parallel.ForEachAsync(ClockSteps.People(count), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (email, _) =>
        {
            using var answer = await app.Posts("/f/contact", ("email", email), ("phone", "030 123456"));
            Assert.Equal(303, (int)answer.StatusCode);
        });
        await TestApp.Eventually(() => app.AllAre(DeliveryState.NeedsAttention), "refused");
    }

    public static (string, string)[] Custom(int number, string key, string value) =>
        [($"customFields[{number}].key", key), ($"customFields[{number}].value", value)];

    public static async Task<string> GroupOf(this TestApp app, string email) => (await app.DeliveryOf(email)).FailureKey!;

    public static async Task<string> FixPageOf(this TestApp app, string email) => $"/admin/failures/{await app.GroupOf(email)}/fix";
}
