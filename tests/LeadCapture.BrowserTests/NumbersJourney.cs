using LeadCapture.BrowserTests.Support;
using LeadCapture.Forms;
using LeadCapture.Forms.Numbers;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace LeadCapture.BrowserTests;

/// What real browsers tell of their visitors, and what people see of it.
public class NumbersJourney(Chromium chromium) : Journey(chromium)
{
    [Fact]
    public async Task A_visitor_who_leaves_is_counted_where_they_stopped_and_one_who_sends_is_not()
    {
        var leaver = await Visitor();
        var form = await leaver.Opens("/f/landing-page?utm_source=mail&utm_campaign=spring");
        await form.Types("Work email", "secret@example.com");
        await form.Types("Company", "Secret Ltd");
        await leaver.GotoAsync("about:blank");

        var sender = await Visitor();
        form = await sender.Opens("/f/landing-page");
        await form.Types("Work email", "ann@");
        await form.Sends();
        await form.IsRefused();
        await form.Field("Work email").FillAsync("ann@example.com");
        await form.Sends();
        await form.IsConfirmed();

        await Counts([
            "View  1", "View mail/spring 1", "Start  1", "Start mail/spring 1", "Send  1", "Stop company 1", "Time 5 1",
        ], whateverTime: true);
        Assert.Empty(await leaver.Context.CookiesAsync());
    }

    [Fact]
    public async Task Whoever_gives_up_on_an_error_stops_at_its_field()
    {
        var page = await Visitor();
        var form = await page.Opens("/f/landing-page/embed");
        await form.Types("Company", "Sun Ltd");
        await form.Sends();
        await form.IsRefused();
        await page.GotoAsync("about:blank");

        await Counts(["View  1", "Start  1", "Stop email 1"]);
    }

    [Fact]
    public async Task A_booth_whose_visitor_walks_off_tells_it_when_it_starts_over()
    {
        var page = await Visitor();
        await page.Clock.InstallAsync();
        var form = await page.Opens("/f/event-booth/booth");
        await form.Types("First name", "Ann");
        await page.Clock.RunForAsync(90_000);

        await Counts(["View  2", "Start  1", "Stop firstName 1"]);
    }

    [Fact]
    public async Task The_page_of_numbers_is_good_to_use()
    {
        await App.Query(async db =>
        {
            var today = DateOnly.FromDateTime(DateTime.UtcNow);
            foreach (var ago in Enumerable.Range(0, 90))
                foreach (var (what, name, count) in ((Counted, string, long)[])
                [
                    (Counted.View, "", 40 + ago * 7 % 31), (Counted.View, Campaign.Of("newsletter", "spring sale").Key, 25),
                    (Counted.Start, "", 20 + ago * 5 % 17), (Counted.Send, "", 9 + ago * 3 % 11), (Counted.Stop, "email", 6),
                    (Counted.Stop, "phone", 4), (Counted.Time, "45", 5), (Counted.Stop, ":gone", 1),
                ])
                    db.FormCounts.Add(new()
                    {
                        FormId = 3,
                        Day = FormCount.DayOf(today.AddDays(-ago)),
                        What = what,
                        Name = name,
                        Count = count,
                        Channel = ago % 3 == 0 ? "Embed" : "Page",
                    });
            return await db.SaveChangesAsync();
        });
        await App.Adds(Role.Viewer);
        var page = await Visitor();
        await page.SignsIn(Users.EmailOf(Role.Viewer));
        await page.Sheet().Shows("Dashboard");

        await page.Opens("/admin/forms/contact/numbers");
        await page.Looks("form-numbers-none");
        foreach (var days in (int[])[14, 90])
        {
            await page.Opens("/admin/forms/landing-page/numbers?days=" + days);
            await Expect(page.Locator(".chart rect").First).ToBeVisibleAsync();
            await page.Looks("form-numbers-" + days);
        }
        await page.Opens("/admin/forms");
        await page.Looks("forms");
    }

    /// Stored after a few seconds; how fast somebody typed is nobody's business.
    private async Task Counts(string[] expected, bool whateverTime = false)
    {
        string[] found = [];
        await TestApp.Eventually(async () =>
        {
            var counts = await App.Query(db => db.FormCounts.AsNoTracking().OrderBy(count => count.What).ThenBy(count => count.Name).ToListAsync());
            found = [.. counts.Where(count => count.Count != 0).Select(count => $"{count.What} {Name(count, whateverTime)} {count.Count}")];
            return found.Length >= expected.Length;
        }, "the numbers are stored");
        Assert.Equal(expected, found);
    }

    private static string Name(FormCount count, bool whateverTime) =>
        whateverTime && count.What == Counted.Time ? "5" : count.Name.Replace('\t', '/');
}
