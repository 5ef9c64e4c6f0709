using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace LeadCapture.Tests.Admin;

/// The list of all forms.
public sealed class FormListTests
{
    [Fact]
    public async Task Forms_are_listed_with_their_state_and_what_is_not_published_yet()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        await admin.MakesForm("Spring fair", "blank");
        await admin.Edits("/admin/forms/landing-page", "", "save", ("title", "Come in"));
        await admin.Does("/admin/forms/event-booth/close");
        await app.Submits("ann@example.com");

        var rows = (await admin.Gets("/admin/forms")).Html.QuerySelectorAll("table.list tbody tr");

        Assert.Equal(
        [
            "Spring fair|Draft|0|0", "Come in|Published Has unpublished changes|0|0",
            "Contact us|Published|1|1", "Nice to meet you|Closed|0|0",
        ], rows.Select(row => string.Join('|', row.QuerySelectorAll("td").Select((cell, column) =>
            column == 0 ? cell.QuerySelector("a")!.TextContent
                : string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Take(4))));
    }

    /// What is an hour old is counted once, and what came today begins anew at midnight.
    [Fact]
    public async Task Each_lead_counts_once_as_hours_go_by()
    {
        var clock = new FakeTimeProvider(new(2026, 12, 1, 22, 30, 0, TimeSpan.Zero));
        await using var app = await TestApp.Start(new TestAppPlan { Clock = clock });
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        List<string> counts = [];

        foreach (var (minutes, visitor) in ((int, string?)[])[(0, "ann"), (45, "bob"), (30, null), (30, "cy"), (50, null), (120, "di")])
        {
            clock.Advance(TimeSpan.FromMinutes(minutes));
            if (visitor is not null)
                await app.Submits($"{visitor}@example.com");
            var cells = (await admin.Gets("/admin/forms")).Html.QuerySelectorAll("table.list tbody tr")
                .Single(row => row.QuerySelector("a")!.TextContent == "Contact us").QuerySelectorAll("td");
            counts.Add($"{cells[3].TextContent.Trim()} {cells[2].TextContent.Trim()}");
        }

        Assert.Equal(["1 1", "2 2", "2 2", "3 1", "3 1", "4 2"], counts);
    }

    [Fact]
    public async Task Many_forms_take_as_many_questions_as_few()
    {
        var asked = new AskedSql();
        await using var app = await TestApp.Start(new TestAppPlan { Clock = new(DateTimeOffset.UtcNow), Configure = asked.Watch });
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        await admin.Gets("/admin/forms");

        var few = await Questions();
        foreach (var number in Enumerable.Range(1, 8))
            await admin.MakesForm($"Fair {number}", "webinar");
        var many = await Questions();

        Assert.NotEmpty(few);
        Assert.Equal(few, many);

        async Task<IReadOnlyList<string>> Questions()
        {
            var before = asked.Count;
            Assert.Equal(200, (await admin.Gets("/admin/forms")).Status);
            return [.. asked.InOrder.Skip(before).Where(sql => sql.Contains("form", StringComparison.Ordinal))];
        }
    }
}
