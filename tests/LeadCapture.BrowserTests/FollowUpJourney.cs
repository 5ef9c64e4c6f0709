using LeadCapture.BrowserTests.Support;
using LeadCapture.Catalogue;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadCapture.BrowserTests;

/// What a salesperson wants of a lead: the right sequence, and time to change one's mind.
public class FollowUpJourney(Chromium chromium) : Journey(chromium)
{
    private const string Email = "ann@example.com";

    [Fact]
    public async Task A_booth_lead_rated_hot_is_in_the_sequence_that_its_rule_names()
    {
        var (usual, demo) = (App.ReplyIo.State.AddSequence("Event follow-up"), App.ReplyIo.State.AddSequence("Demo call"));
        App.ReplyIo.State.AddList("Hot leads");
        await App.Services.GetRequiredService<ReplyIoCatalogue>().Refresh(TestContext.Current.CancellationToken);
        var page = await Administrator();
        await page.GotoAsync("/admin/forms/event-booth/follow-up");
        await page.Locator("#sequence").SelectOptionAsync("Event follow-up");

        await page.GetByRole(AriaRole.Button, new() { Name = "Add rule" }).ClickAsync();
        var rule = page.GetByRole(AriaRole.Group, new() { Name = "Rule 1" });
        await rule.GetByLabel("When this was answered").SelectOptionAsync(new SelectOptionValue { Label = "How soon do you want to start?: Now" });
        await rule.GetByLabel("Sequence").SelectOptionAsync("Demo call");
        await rule.GetByLabel("Hot leads").CheckAsync();
        await page.IsAccessible();
        await page.Looks("follow-up-rule");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save follow-up" }).Last.ClickAsync();
        await page.Locator("body").Says("Saved in the draft. Publish it so that new leads follow it.");
        await App.PublishesDraft("event-booth");

        var visitor = await Visitor(width: 820, height: 1180);
        var booth = await visitor.Opens("/f/event-booth/booth");
        await booth.Types("First name", "Ann");
        await booth.Types("Work email", Email);
        await booth.GoesOn();
        await booth.Field("Now").CheckAsync();
        await booth.Sends();
        await booth.IsConfirmed();

        await Expect(booth.Locator(".sequences")).ToContainTextAsync("Demo call");
        await Expect(booth.Contact()).ToContainTextAsync("Hot leads");
        Assert.Equal((0, 1), (App.ReplyIo.State.EnrolledTimes(Email, usual), App.ReplyIo.State.EnrolledTimes(Email, demo)));
    }

    [Fact]
    public async Task A_follow_up_is_canceled_while_there_is_time()
    {
        var sequence = App.ReplyIo.State.AddSequence("Demo call");
        await App.Services.GetRequiredService<ReplyIoCatalogue>().Refresh(TestContext.Current.CancellationToken);
        await App.Publishes("contact", form => form with { AfterDelivery = new() { SequenceId = sequence, DelayMinutes = 60 } });
        await App.Submits(Email);
        var page = await Administrator();
        await page.GotoAsync($"/admin/leads/{(await App.DeliveryOf(Email)).LeadId}");

        await Expect(page.Locator("[data-standing]")).ToHaveTextAsync("Contact created. It joins its sequence next.");
        await Expect(page.Locator("[data-follow-up]")).ToContainTextAsync("Will be enrolled in “Demo call”");
        await page.IsAccessible();
        await page.Looks("follow-up-waiting");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel follow-up" }).ClickAsync();

        await Expect(page.Locator("[data-follow-up]")).ToContainTextAsync("Not enrolled in “Demo call”: canceled here");
        await App.IsDelivered(Email);
        await page.Looks("follow-up-canceled");
        Assert.Equal(0, App.ReplyIo.State.EnrolledTimes(Email, sequence));
    }

    private async Task<IPage> Administrator()
    {
        var user = await App.Adds(Role.Admin);
        var page = await Visitor();
        await page.SignsIn(user.Email!);
        return page;
    }
}
