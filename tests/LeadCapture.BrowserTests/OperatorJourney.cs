using LeadCapture.BrowserTests.Support;
using LeadCapture.Deliveries;
using LeadCapture.Sandbox;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadCapture.BrowserTests;

/// Somebody who never saw the admin area, by the number of clicks.
public class OperatorJourney(Chromium chromium) : Journey(chromium)
{
    [Fact]
    public async Task A_rejected_lead_is_healed_with_four_clicks()
    {
        await Rejects("ann@example.com");
        var page = await Administrator();
        var clicks = await CountsClicks(page);
        await page.GotoAsync("/admin");

        await page.GetByRole(AriaRole.Link, new() { Name = "View leads that need attention" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Ann Lee" }).ClickAsync();
        await Expect(page.Locator(".mend")).ToContainTextAsync("Add the country code");
        await page.IsAccessible();
        await page.GetByLabel("Phone number", new() { Exact = true }).FillAsync("+49 151 23456789");
        await page.Locator(".mend .acts").GetByRole(AriaRole.Button, new() { Name = "Save and resubmit lead" }).ClickAsync();

        // Without a reload.
        await Expect(page.Locator("#lead")).ToHaveAttributeAsync("data-moving", "false");
        await Expect(page.Locator("[data-standing]")).ToHaveTextAsync("Delivered to Reply.io.");
        await App.IsDelivered("ann@example.com");
        Assert.InRange(await clicks(), 1, 4);
    }

    [Fact]
    public async Task A_lead_is_found_by_half_a_company_name_with_two_clicks()
    {
        await Sends("ann@example.com", ("lastName", "Lee"), ("company", "Northwind Traders"));
        await Sends("bob@example.com", ("lastName", "Ray"), ("company", "Contoso"));
        await App.IsDelivered("bob@example.com");
        var page = await Administrator();
        var clicks = await CountsClicks(page);
        await page.GotoAsync("/admin/leads");

        var search = page.GetByRole(AriaRole.Searchbox, new() { Name = "Find a lead" });
        await search.FillAsync("hwind");
        // The index comes behind the leads.
        await TestApp.Eventually(async () =>
        {
            await search.PressAsync("Enter");
            await Expect(page.GetByText("found")).ToBeVisibleAsync();
            return await page.GetByText("1 lead found.").IsVisibleAsync();
        }, "found");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ann Lee" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Ann Lee" })).ToBeVisibleAsync();
        Assert.InRange(await clicks(), 1, 2);
    }

    [Fact]
    public async Task Letters_lead_through_the_list_and_can_be_switched_off()
    {
        await Rejects("ann@example.com");
        await Rejects("bob@example.com");
        var page = await Administrator();
        await page.GotoAsync("/admin/leads?state=NeedsAttention");

        await Types(page, "j");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".place")).ToHaveTextAsync("1 of 2");
        await Types(page, "j");
        await Expect(page.Locator(".place")).ToHaveTextAsync("2 of 2");
        await Types(page, "e");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Correct lead" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Cancel" }).ClickAsync();
        await Expect(page.Locator(".place")).ToHaveTextAsync("2 of 2");
        await Types(page, "?");
        await page.IsAccessible();
        await page.GetByLabel("Use keyboard shortcuts in this browser").UncheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await Types(page, "k");

        await Expect(page.Locator(".place")).ToHaveTextAsync("2 of 2");
        await page.GetByRole(AriaRole.Link, new() { Name = "Leads", Exact = true }).First.ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/admin/leads"));
    }

    [Fact]
    public async Task What_can_be_done_to_leads_shows_as_soon_as_one_is_selected()
    {
        await Rejects("ann@example.com");
        await Rejects("bob@example.com");
        var page = await Administrator();
        await page.GotoAsync("/admin/leads?state=NeedsAttention");
        var bar = page.GetByRole(AriaRole.Form, new() { Name = "Selected leads" });

        await Expect(bar).ToBeHiddenAsync();
        await page.GetByLabel("Select Ann Lee").First.CheckAsync();
        await Expect(bar).ToContainTextAsync("1 selected");
        await page.GetByLabel("Select all leads on this page").CheckAsync();
        await Expect(bar).ToContainTextAsync("2 selected");
        await Expect(bar).ToContainTextAsync("Select all 2 that match");
        await page.IsAccessible();
        await page.Looks("leads-selected");
        await bar.GetByRole(AriaRole.Button, new() { Name = "Resubmit" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("2");
    }

    /// Once the script of the page is there, which shows its button.
    private static async Task Types(IPage page, string key)
    {
        await Expect(page.Locator("#keys-button")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync(key);
    }

    private async Task Rejects(string email)
    {
        App.ReplyIo.State.Play(Scene.Strict);
        await Sends(email, ("lastName", "Lee"), ("phone", "0151 23456789"));
        await App.Reaches(email, DeliveryState.NeedsAttention);
        App.ReplyIo.State.Play(Scene.Normal);
    }

    private async Task Sends(string email, params (string Name, string Value)[] inputs)
    {
        using var answer = await App.Posts("/f/contact", [("email", email), ("firstName", "Ann"), .. inputs]);
        Assert.Equal(303, (int)answer.StatusCode);
    }

    private async Task<IPage> Administrator()
    {
        await App.Adds(Role.Operator);
        var page = await Visitor();
        await page.SignsIn("operator@example.com");
        return page;
    }

    private static async Task<Func<Task<int>>> CountsClicks(IPage page)
    {
        await page.AddInitScriptAsync(
            "addEventListener('click', ({ detail }) => { if (detail) sessionStorage.clicks = Number(sessionStorage.clicks ?? 0) + 1; }, true)");
        return () => page.EvaluateAsync<int>("() => Number(sessionStorage.clicks ?? 0)");
    }
}
