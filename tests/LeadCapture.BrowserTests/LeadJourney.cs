using LeadCapture.BrowserTests.Support;
using LeadCapture.Leads;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace LeadCapture.BrowserTests;

public class LeadJourney(Chromium chromium) : Journey(chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_person_sends_the_contact_form_and_sees_the_contact(bool script)
    {
        var page = await Visitor(script);
        await page.GotoAsync("/");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Contact us" }).ClickAsync();

        var form = page.Sheet();
        await form.Types("First name", "Ann");
        await form.Types("Last name", "Lee");
        await form.Types("Email address", "ann@example.com");
        await form.Types("Phone number", "+1 415 555 0123");
        await form.Types("Job title", "Head of Sales");
        await form.Types("Company", "Example & Sons");
        await form.Unfolds();
        await form.Field("Company size").SelectOptionAsync("11-50");
        await form.Types("Time zone", "Europe/Berlin");
        await form.Adds(0, "leadSource", "Trade fair");
        await form.Adds(1, "favourite colour", "Blue \"sky\"");
        await form.Sends();

        await form.IsConfirmed();
        await Expect(form.Contact().Fact("Email")).ToHaveTextAsync("ann@example.com");
        await Expect(form.Contact().Fact("Company")).ToHaveTextAsync("Example & Sons");
        await Expect(form.Contact().Fact("Company size")).ToHaveTextAsync("11-50 employees");
        await Expect(form.Contact().Fact("leadSource")).ToHaveTextAsync("Trade fair");
        await Expect(form.Contact().Fact("favourite colour")).ToHaveTextAsync("Blue \"sky\"");
        await Expect(form.Locator(".sequence-name")).ToHaveTextAsync(["Welcome Active", "Decision makers Active"]);
        await Expect(form.Locator(".chips li")).ToHaveTextAsync(["Call back", "Source: Trade fair shared"]);

        await page.ReloadAsync();
        await form.IsConfirmed();
        Assert.Equal(1, App.ReplyIo.State.CreatesOf("ann@example.com"));
        Assert.Equal(1, await App.Query(db => db.Leads.CountAsync()));
        Assert.Empty(await page.Context.CookiesAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_double_click_on_send_is_one_lead(bool script)
    {
        var page = await Visitor(script);
        var form = await page.Opens("/f/contact");
        await form.Types("Email address", "ann@example.com");

        await form.Send().DblClickAsync();

        await form.IsConfirmed();
        Assert.Equal(1, await App.Query(db => db.Leads.CountAsync()));
        Assert.Equal(1, App.ReplyIo.State.CreatesOf("ann@example.com"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_the_back_button_the_form_can_be_sent_again(bool script)
    {
        var page = await Visitor(script);
        var form = await page.Opens("/f/contact");
        var label = await form.Send().InnerTextAsync();
        await form.Types("Email address", "ann@example.com");
        await form.Sends();
        await form.IsConfirmed();

        await page.GoBackAsync();
        await form.IsForm();
        await Expect(form.Send()).ToHaveTextAsync(label);
        await Expect(form.Send()).ToBeEnabledAsync();
        await form.Field("Email address").FillAsync("bob@example.com");
        await form.Sends();

        await form.IsConfirmed();
        await Expect(form.Contact().Fact("Email")).ToHaveTextAsync("bob@example.com");
        Assert.Equal(2, await App.Query(db => db.Leads.CountAsync()));
    }
}
