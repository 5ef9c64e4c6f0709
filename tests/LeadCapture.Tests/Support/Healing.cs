using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Support;

/// What an operator sees of failures, and does about many leads at once.
internal static class Healing
{
    public static readonly (string Name, string Value)[] GermanCode =
        [("kind", "CountryCode"), ("field", "phone"), ("code", "+49"), ("why", "they forgot it")];

    /// Title and count of each group that the page shows.
    public static async Task<IReadOnlyList<(string Title, string Count)>> Groups(this AdminBrowser browser) =>
    [
        .. (await browser.Gets("/admin/failures")).Html.QuerySelectorAll(".failure").Select(group =>
            (group.QuerySelector("h2")!.TextContent, group.QuerySelector(".number")!.TextContent)),
    ];

    /// How many are changed, need nothing, and would break the form's rules.
    public static string Counts(this Page page) =>
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
            .Select(delivery => $"{delivery.State} {delivery.FailureKey} {delivery.Attempts} {delivery.Lead!.Answers}")
            .Append($"{await db.Corrections.CountAsync()} {await db.AuditEntries.CountAsync(entry => entry.Kind != "user")}")));
}
