using LeadCapture.BrowserTests.Support;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadCapture.BrowserTests;

/// Somebody says when a form is open and what fills it in, and visitors meet that.
public class FormSettingsJourney(Chromium chromium) : Journey(chromium)
{
    private const string Here = "/admin/forms/landing-page/settings";

    [Fact]
    public async Task A_form_gets_an_end_and_a_page_that_was_open_before_is_still_taken()
    {
        Expected.Add("status of 410");
        var early = await Visitor();
        var before = await early.Opens("/f/landing-page");
        var admin = await Admin();
        var page = await admin.Opens(Here);
        await page.Field("Time zone").SelectOptionAsync("Europe/Berlin");
        await page.Field("Closes (optional)").FillAsync("2026-01-31T18:00");
        await page.Field("Text of the closed form (optional)").FillAsync("See you **next year**.");
        await page.Press("Save settings");
        await page.Says("Saved in the draft. Publish it to show it to visitors.");
        await Expect(page.Field("Closes (optional)")).ToHaveValueAsync("2026-01-31T18:00");
        await Publish();

        var late = await Visitor();
        var closed = await late.Opens("/f/landing-page");
        await Expect(closed.MainPart()).ToHaveAttributeAsync("data-state", "closed");
        await Expect(closed).ToContainTextAsync("This form is closed.");
        await late.Looks("closed");
        await late.Opens("/f/landing-page/booth");
        await late.Looks("closed-booth");
        await before.Types("Work email", "ann@example.com");
        await before.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await before.Sends();
        await before.IsConfirmed();
    }

    [Fact]
    public async Task A_link_is_composed_with_and_without_script()
    {
        foreach (var script in new[] { true, false })
        {
            var admin = await Admin(script);
            var page = await admin.Opens(Here);
            var composer = page.Locator("#link");
            await composer.GetByLabel("Company").FillAsync("Müller & Söhne");
            if (!script)
                await page.Press("Compose link");
            await Expect(page.Locator("#composed")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(@"\?company=M%C3%BCller%20%26%20S%C3%B6hne$"));
            if (script)
            {
                await admin.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
                await page.Press("Copy link");
                await Expect(page.Locator("[data-copy]")).ToHaveTextAsync("Copied");
                Assert.EndsWith("?company=M%C3%BCller%20%26%20S%C3%B6hne", await admin.EvaluateAsync<string>("() => navigator.clipboard.readText()"),
                    StringComparison.Ordinal);
            }
            var form = await (await Visitor()).Opens(await page.Locator("#composed").InputValueAsync());
            await Expect(form.Field("Company")).ToHaveValueAsync("Müller & Söhne");
        }
    }

    [Fact]
    public async Task A_locked_answer_is_sent_and_a_redirect_is_followed()
    {
        await using var site = await HostSite.Start("<p>Thanks</p>");
        await App.Publishes("landing-page", form => form.Map(field => field.Property == "company" ? field with { Locked = true, Parameter = "org" } : field)
            with
        { Sites = [site.Address], Redirect = site.Address + "/thanks" });
        var visitor = await Visitor();
        var form = await visitor.Opens("/f/landing-page?org=Acme");

        await Expect(form.Field("Company")).Not.ToBeEditableAsync();
        await visitor.Looks("locked");
        await form.Types("Work email", "ann@example.com");
        await form.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await form.Sends();

        await Expect(visitor).ToHaveURLAsync(site.Address + "/thanks");
        Assert.Equal(1, await App.Query(db => db.Deliveries.CountAsync(delivery => delivery.Lead!.AnswersJson.Contains("Acme"))));
    }

    [Fact]
    public async Task The_page_is_accessible_and_at_home_on_every_screen()
    {
        var admin = await Admin();
        var page = await admin.Opens(Here);

        await admin.Looks("settings");
        foreach (var details in await page.Locator("details:not([open]) > summary").AllAsync())
            if (await details.IsVisibleAsync())
                await details.ClickAsync();
        await admin.Looks("settings-open");
        await page.Field("Closes (optional)").FillAsync("");
        await page.Field("Maximum leads (optional)").FillAsync("many");
        await page.Field("Go to another page instead (optional)").FillAsync("https://evil.example/");
        await page.Press("Save settings");
        await Expect(page.Locator("#error-summary")).ToBeFocusedAsync();
        await admin.Looks("settings-wrong");
    }

    private async Task<IPage> Admin(bool script = true)
    {
        var user = await App.Adds(Role.Owner, script ? null : "plain@example.com");
        var page = await Visitor(script);
        await page.SignsIn(user.Email!);
        await page.Sheet().Shows("Dashboard");
        return page;
    }

    /// The draft, as publishing does it.
    private async Task Publish()
    {
        await App.Query(async db =>
        {
            var form = await db.Forms.SingleAsync(one => one.Slug == "landing-page");
            var draft = await db.DraftStates.SingleAsync(state => state.FormId == form.Id && state.Number == form.Draft);
            await new Publisher(db, TimeProvider.System).Publish(form, FormDefinition.Parse(draft.Definition), "test");
            return await db.SaveChangesAsync();
        });
        App.Services.GetRequiredService<FormCatalog>().Forget();
    }
}
