using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Submissions.Spam;
using LeadCapture.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LeadCapture.Tests.Submissions;

/// What people and programs bring along that a page gave them.
internal static class SpamSteps
{
    public static readonly (string Name, string Value) Trap = ("topicLine", "https://spam.example");

    /// Of a page that was made so many seconds ago.
    public static async Task<(string Name, string Value)> Stamp(this TestApp app, double seconds = 30, string form = "contact")
    {
        var published = await app.Services.GetRequiredService<FormCatalog>().Find(form);
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        return ("stamp", app.Services.GetRequiredService<PageStamps>().New(published!.Id, now.AddSeconds(-seconds)));
    }

    public static async Task<DeliveryState> StateOf(this TestApp app, string email) => (await app.DeliveryOf(email)).State;

    public static async Task<string[]> SignsOf(this TestApp app, string email) =>
        [.. SpamSigns.Read((await app.DeliveryOf(email)).SpamSigns).Select(sign => sign.Kind.ToString())];

    /// As the worker of the page does it.
    public static (string Name, string Value) Proof(string stamp) => ("proof", Enumerable.Range(0, int.MaxValue)
        .Select(number => number.ToString(InvariantCulture)).First(number => ProofOfWork.Solves(stamp, number)));
}
