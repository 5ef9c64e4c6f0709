using LeadCapture.Alerts;
using LeadCapture.BrowserTests.Support;
using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Sandbox;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadCapture.BrowserTests;

/// What an operator does about a lead that Reply.io refused.
public class LeadCareJourney(Chromium chromium) : Journey(chromium)
{
    [Fact]
    public async Task Who_hears_of_a_refused_lead_comes_to_it_and_heals_it_with_keys_alone()
    {
        await using var chat = await ChatServer.Start();
        await App.Services.GetRequiredService<SecretBox>().Write(AlertSettings.Webhook, chat.Address);
        await App.Query(db => db.AlertSettings.ExecuteUpdateAsync(set => set.SetProperty(settings => settings.BaseAddress, Home)));

        await App.Adds(Role.Operator);
        await App.Submits("bob@example.com");
        App.ReplyIo.State.Play(new(Scene.Refuse, Calls: 1, Field: "firstName"));
        await App.Submits("ann@example.com");
        await App.Reaches("ann@example.com", DeliveryState.NeedsAttention);
        var page = await Visitor();
        var sheet = page.Sheet();
        await page.SignsIn("operator@example.com");
        await sheet.Shows("Dashboard");
        await TestApp.Eventually(() => Task.FromResult(chat.Texts.Count > 0), "told in the chat");
        await page.GotoAsync(Assert.Single(chat.Texts).Split('\n')[^1]);
        await sheet.Shows("Leads");
        await page.Looks("lead-list");

        await page.Opens("/admin/failures");
        await page.Looks("lead-failures");
        await page.Presses(sheet.Locator(".failure .drop > summary"));
        await page.Presses(sheet.GetByRole(AriaRole.Link, new() { Name = "View lead" }));
        await page.Presses(sheet.GetByRole(AriaRole.Link, new() { Name = "Ann", Exact = true }).First);
        await sheet.Shows("Ann");
        await page.Looks("lead-refused");
        await page.Presses(AriaRole.Link, "Correct lead");
        await Expect(sheet.Locator("#error-summary")).ToBeFocusedAsync();
        await page.Looks("lead-correction");
        await page.Presses(sheet.Locator("#error-summary a"));
        await Expect(sheet.Field("First name")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("Anna");
        await page.TabsTo(sheet.Field("Reason for the correction"));
        await page.Keyboard.TypeAsync("a typing error");
        await page.Presses(AriaRole.Button, "Save and resubmit lead");

        await sheet.Says("Correction saved. Lead queued for sending.");
        await App.IsDelivered("ann@example.com");
        await page.ReloadAsync();
        await Expect(sheet.Locator(".title-row .pill")).ToHaveTextAsync("Delivered");
        await Expect(sheet.Locator(".sequence-name").First).ToHaveTextAsync("Welcome Active");
        await page.Looks("lead-delivered");
        Assert.Equal(1, App.ReplyIo.State.CreatesOf("ann@example.com"));
    }
}
