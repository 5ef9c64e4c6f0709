using LeadCapture.Admin.Audit;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Leads;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Support;

/// What an operator sees of failures, and does about many leads at once.
internal static class FixSteps
{
    public static readonly (string Name, string Value)[] GermanCode =
        [("kind", "CountryCode"), ("field", "phone"), ("code", "+49"), ("why", "they forgot it")];

    public static string NotesOf(string group) => $"/admin/failures/{group}/notes";

    /// A press of the button below the preview, for the group of the first lead; gives the run.
    public static async Task<string> Applies(this AdminBrowser browser, TestApp app, params (string Name, string Value)[] inputs)
    {
        var sends = inputs.Any(input => input.Name == "sends") ? [] : ((string, string)[])[("sends", "true")];
        var answer = await browser.Posts(await app.FixPageOf("lead1@example.com") + "/apply", [.. inputs, .. sends]);
        Assert.Equal((303, ""), (answer.Status, string.Concat(answer.Summary.Select(line => line.Message))));
        return answer.To!;
    }

    /// Done, failed, skipped.
    public static async Task<(int, int, int)> CameTo(this TestApp app, string run) =>
        await app.RunOf(run) is var one ? (one.Succeeded, one.Failed, one.Skipped) : default;

    public static async Task<string?> AnswerOf(this TestApp app, string email, string property) =>
        SubmittedAnswers.Parse((await app.DeliveryOf(email)).Lead!.AnswersJson).Properties.GetValueOrDefault(property);

    /// Title and count of each group that the page shows.
    public static async Task<IReadOnlyList<(string Title, string Count)>> Groups(this AdminBrowser browser) =>
    [
        .. (await browser.Gets("/admin/failures")).Html.QuerySelectorAll(".failure").Select(group =>
            (group.QuerySelector("h2")!.TextContent, group.QuerySelector(".number")!.TextContent)),
    ];

    /// How many are changed, need nothing, and would break the form's rules.
    public static string Effects(this Page page) =>
        string.Join(' ', page.Html.QuerySelectorAll("dd[data-count]").Select(count => count.TextContent));

    /// What stands before and after, in the row of the lead.
    public static async Task<(string? Was, string? Is)> DiffOf(this TestApp app, Page page, string email)
    {
        var row = page.Html.QuerySelector($"[data-lead='{(await app.DeliveryOf(email)).LeadId}']")!;
        return (row.QuerySelector("del")?.LastChild!.TextContent, row.QuerySelector("ins")?.LastChild!.TextContent);
    }

    /// All that is kept of leads: nothing of it is changed by looking.
    public static Task<string> Everything(this TestApp app) => app.Query(async db => string.Join('\n',
        (await db.Deliveries.AsNoTracking().Include(delivery => delivery.Lead).OrderBy(delivery => delivery.LeadId).ToListAsync())
            .Select(delivery => $"{delivery.State} {delivery.FailureKey} {delivery.Attempts} {delivery.Lead!.AnswersJson}")
            .Append($"{await db.Corrections.CountAsync()} {await db.AuditEntries.CountAsync(entry => entry.Kind != "user")}")));
}
