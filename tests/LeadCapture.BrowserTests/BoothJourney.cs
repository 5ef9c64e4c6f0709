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
        await Sends(booth, "Ann", "ann@example.com");
        await Expect(booth.GetByText("This screen clears in 20 seconds.")).ToBeVisibleAsync();

        await page.Clock.RunForAsync("00:15");
        await Expect(booth.GetByText("This screen clears in 5 seconds.")).ToBeVisibleAsync();
        await booth.Locator("h1").ClickAsync();
        await Expect(booth.GetByText("This screen clears in 20 seconds.")).ToBeVisibleAsync();
        await page.Clock.RunForAsync("00:15");
        await booth.IsConfirmed();
        await page.Clock.RunForAsync("00:06");
        await booth.IsForm();
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

        await Expect(booth.Contact().Fact("Email")).ToHaveTextAsync("bob@example.com");
        Assert.Equal(2, await App.Query(db => db.Leads.CountAsync()));
        Assert.Equal(2, App.ReplyIo.State.Contacts.Count);
        Assert.Equal(0, App.ReplyIo.State.Doubled);
    }

    [Fact]
    public async Task A_form_that_could_not_be_sent_keeps_its_answers_until_it_is()
    {
        Expected.Add("net::ERR_FAILED");
        var page = await Visitor(width: 820, height: 1180);
        await page.Clock.InstallAsync();
        var booth = await page.Opens("/f/event-booth/booth");
        await booth.Starts();
        await booth.Types("Work email", "ann@example.com");
        await booth.GoesOn();
        var away = true;
        await page.RouteAsync("**/f/event-booth/booth", async route => await (away ? route.AbortAsync() : route.ContinueAsync()));
        await booth.Send().ClickAsync();
        await Expect(booth.GetByText("Everything you typed is still here, and is sent as soon as the connection is back.")).ToBeVisibleAsync();

        await page.Clock.RunForAsync("00:10:00");
        await Expect(booth.Field("Work email")).ToHaveValueAsync("ann@example.com");
        away = false;
        await page.Clock.RunForAsync("00:11");

        await booth.IsConfirmed();
        await App.IsDelivered("ann@example.com");
        Assert.Equal(1, await App.Query(db => db.Leads.CountAsync()));
    }

    [Fact]
    public async Task A_welcome_fills_the_screen_until_somebody_touches_it_or_comes_in_by_keyboard()
    {
        var page = await Visitor(width: 1024, height: 768);
        var booth = await page.Opens("/f/event-booth/booth");
        var welcome = booth.GetByRole(AriaRole.Button, new() { Name = "Touch to start" });

        await Expect(welcome).ToBeFocusedAsync();
        await page.IsAccessible();
        await welcome.ClickAsync();
        await Expect(welcome).ToBeHiddenAsync();
        await Expect(booth.Locator("h1")).ToBeFocusedAsync();

        await page.ReloadAsync();
        await Expect(welcome).ToBeVisibleAsync();
        await booth.Field("First name").FocusAsync();
        await Expect(welcome).ToBeHiddenAsync();
    }

    private static async Task Sends(ILocator booth, string name, string email)
    {
        await booth.Types("First name", name);
        await booth.Types("Work email", email);
        await booth.GoesOn();
        await booth.Field("In the next few months").CheckAsync();
        await booth.Field("Yes").CheckAsync();
        await booth.Sends();
        await booth.IsConfirmed();
        await Expect(booth.Contact().Fact("Lead source")).ToHaveTextAsync("Event");
    }

    private static async Task NothingOf(string name, IPage page) =>
        Assert.DoesNotContain(name + "@", await page.Everything(), StringComparison.OrdinalIgnoreCase);
}
