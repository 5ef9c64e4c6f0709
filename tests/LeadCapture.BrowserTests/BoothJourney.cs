using LeadCapture.BrowserTests.Support;
using LeadCapture.Leads;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadCapture.BrowserTests;

public class BoothJourney(Chromium chromium) : Journey(chromium)
{
    private const string Minute = "01:01";

    [Fact]
    public async Task A_thanked_visitor_leaves_the_booth_and_nothing_of_them_stays()
    {
        var page = await Visitor(width: 820, height: 1180);
        await page.Clock.InstallAsync();
        await page.Opens("/");
        var booth = await page.Opens("/f/event-booth/booth");
        var idle = page.GetByRole(AriaRole.Dialog, new() { Name = "Are you still there?" });
        await Sends(booth, "Ann", "ann@example.com");

        await page.Clock.RunForAsync(Minute);
        await Expect(idle).ToBeVisibleAsync();
        await idle.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Expect(idle).ToBeHiddenAsync();
        await booth.IsConfirmed();

        await page.Clock.RunForAsync(Minute);
        await Expect(idle).ToBeVisibleAsync();
        await page.Clock.RunForAsync("00:21");
        await booth.IsForm();
        await Expect(idle).ToBeHiddenAsync();
        Assert.EndsWith("/f/event-booth/booth", page.Url, StringComparison.Ordinal);
        await NothingOf("ann", page);

        await page.GoBackAsync();
        await NothingOf("ann", page);
        await page.GoForwardAsync();
        await booth.IsForm();
        await NothingOf("ann", page);
    }

    [Fact]
    public async Task A_visitor_who_walks_away_while_typing_leaves_nothing_for_the_next()
    {
        var page = await Visitor(width: 820, height: 1180);
        await page.Clock.InstallAsync();
        var booth = await page.Opens("/f/event-booth/booth");
        await booth.Types("Work email", "ann@example.com");

        await page.Clock.RunForAsync(Minute);
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await page.Clock.RunForAsync("00:21");

        await Expect(booth.Field("Work email")).ToHaveValueAsync("");
        await NothingOf("ann", page);
    }

    [Fact]
    public async Task Two_visitors_of_one_tablet_are_two_contacts()
    {
        var page = await Visitor(width: 820, height: 1180);
        var booth = await page.Opens("/f/event-booth/booth");

        await Sends(booth, "Ann", "ann@example.com");
        await booth.GetByRole(AriaRole.Link, new() { Name = "Next visitor" }).ClickAsync();
        await booth.IsForm();
        await NothingOf("ann", page);
        await Sends(booth, "Bob", "bob@example.com");

        await Expect(booth.Fact("Email")).ToHaveTextAsync("bob@example.com");
        Assert.Equal(2, await App.Query(db => db.Leads.CountAsync()));
        Assert.Equal(2, App.ReplyIo.State.Contacts.Count);
        Assert.Equal(0, App.ReplyIo.State.Doubled);
    }

    private static async Task Sends(ILocator booth, string name, string email)
    {
        await booth.Types("First name", name);
        await booth.Types("Work email", email);
        await booth.Field("In the next few months").CheckAsync();
        await booth.Field("Yes").CheckAsync();
        await booth.Sends();
        await booth.IsConfirmed();
        await Expect(booth.Fact("leadSource")).ToHaveTextAsync("Event");
    }

    private static async Task NothingOf(string name, IPage page) =>
        Assert.DoesNotContain(name + "@", await page.Everything(), StringComparison.OrdinalIgnoreCase);
}
