using LeadCapture.BrowserTests.Support;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadCapture.BrowserTests;

/// Somebody makes a form, and a visitor fills it in.
public class EditorJourney(Chromium chromium) : Journey(chromium)
{
    private int interactions;

    [Fact]
    public async Task From_nothing_to_a_lead_with_the_mouse()
    {
        await App.Adds(Role.Admin);
        var page = await Visitor(width: 1440);
        await page.SignsIn("admin@example.com");
        var sheet = await page.Opens("/admin/forms");

        await Clicks(sheet.GetByRole(AriaRole.Link, new() { Name = "New form" }));
        await Fills(sheet.Field("Title"), "Spring fair");
        await Clicks(sheet.Button("Create form"));
        await Adds(sheet, "Rating");
        await Fills(sheet.Field("Label"), "How do you like our stand?");
        await Fills(sheet.Field("Custom field in Reply.io"), "Stand");
        await Adds(sheet, "Step");
        await Fills(sheet.Field("Title of the step"), "More");
        await AddsCustom(sheet, "Budget");
        await Clicks(sheet.Button("Add condition"));
        await Chooses(sheet.Locator("#when-0-value"), "5");
        await Expect(sheet.Locator("#outline")).ToContainTextAsync("Conditional");
        await page.Looks("editor");
        await Clicks(sheet.GetByRole(AriaRole.Link, new() { Name = "Look", Exact = true }));
        await Fills(sheet.Locator("#accent"), "#8a1c5b");
        await Clicks(sheet.Button("Save look"));
        await Clicks(sheet.GetByRole(AriaRole.Link, new() { Name = "Publish…" }));
        await page.Looks("publish");
        await Clicks(sheet.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }));
        await Expect(sheet.Locator(".news")).ToContainTextAsync("Version 1 is published.");
        Assert.InRange(interactions, 1, 40);

        var visitor = await Visitor();
        var form = await visitor.Opens("/f/spring-fair");
        await form.Field("Email address").FillAsync("ann@example.com");
        await form.GetByRole(AriaRole.Radio, new() { Name = "5" }).CheckAsync(new() { Force = true });
        await form.Button("Continue").ClickAsync();
        await form.Field("Budget").FillAsync("1000");
        await form.Sends();
        await form.IsConfirmed();
        await App.IsDelivered("ann@example.com");
    }

    [Fact]
    public async Task From_nothing_to_a_lead_with_keys_alone()
    {
        await App.Adds(Role.Admin);
        var page = await Visitor(width: 1440);
        await page.SignsIn("admin@example.com");
        var sheet = await page.Opens("/admin/forms/new");

        await Types(sheet.Field("Title"), "Autumn fair");
        await Presses(sheet.Button("Create form"));
        await AddsByKeys(sheet, "Rating");
        await Presses(sheet.Locator("#do-up"));
        await Expect(sheet.Locator(".fields .part-name").First).ToHaveTextAsync("Rating");
        await Expect(sheet.Locator("#do-up")).ToBeFocusedAsync();
        await Types(sheet.Field("Label"), "How do you like our stand?");
        await Types(sheet.Field("Custom field in Reply.io"), "Stand");
        await AddsByKeys(sheet, "Step");
        await Types(sheet.Field("Title of the step"), "More");
        await Presses(sheet.Locator("#add summary"));
        await Types(sheet.Locator("#custom"), "Budget");
        await Presses(sheet.Button("Add custom field"));
        await Expect(sheet.Locator("#settings-title")).ToHaveTextAsync("Budget");
        await Presses(sheet.Button("Add condition"));
        await Types(sheet.Locator("#when-0-value"), "5");
        await Expect(sheet.Locator("#outline")).ToContainTextAsync("Conditional");
        await Presses(sheet.GetByRole(AriaRole.Link, new() { Name = "Look", Exact = true }));
        await Types(sheet.Locator("#accent"), "#8a1c5b");
        await Presses(sheet.Button("Save look"));
        await sheet.Says("Saved in the draft. Publish it to show it to visitors.");
        await Presses(sheet.GetByRole(AriaRole.Link, new() { Name = "Publish…" }));
        await Presses(sheet.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }));
        await Expect(sheet.Locator(".news")).ToContainTextAsync("Version 1 is published.");
        Assert.InRange(interactions, 1, 39);

        var visitor = await Visitor();
        var form = await visitor.Opens("/f/autumn-fair");
        await Expect(form.Locator("[data-continue]")).ToHaveCSSAsync("background-color", "rgb(138, 28, 91)");
        await visitor.TabsTo(form.GetByRole(AriaRole.Radio).First);
        // From the first of them back to the last.
        await visitor.Keyboard.PressAsync("ArrowUp");
        await Types(form.Field("Email address"), "ann@example.com");
        await Presses(form.Button("Continue"));
        await Types(form.Field("Budget"), "1000");
        await Presses(form.Send());
        await form.IsConfirmed();
        await App.IsDelivered("ann@example.com");
        Assert.Equal(("5", "1000"), (App.SentCustom("Stand"), App.SentCustom("Budget")));
    }

    [Fact]
    public async Task A_field_goes_to_another_section_by_keys_and_keeps_the_focus()
    {
        await App.Adds(Role.Admin);
        var page = await Visitor(width: 1440);
        await page.SignsIn("admin@example.com");
        var sheet = await page.Opens("/admin/forms/new");
        await sheet.Field("Title").FillAsync("Demo");
        await sheet.GetByText("Demo request").ClickAsync();
        await sheet.Button("Create form").ClickAsync();
        await page.Opens("/admin/forms/demo?at=0.0.0");

        await page.TabsTo(sheet.Field("Move to"));
        await page.Keyboard.TypeAsync("Step 2");
        await Presses(sheet.Locator("#do-to"));

        await Expect(sheet.Locator("[data-list='1.0'] .part").Last).ToContainTextAsync("First name");
        await Expect(sheet.Locator("[data-list='1.0'] .part").Last).ToHaveAttributeAsync("aria-current", "true");
        await Expect(sheet.Locator("#do-to")).ToBeFocusedAsync();
        await page.Looks("editor-move");
    }

    [Fact]
    public async Task What_is_typed_while_a_change_is_saved_stays()
    {
        await App.Adds(Role.Admin);
        var page = await Visitor(width: 1440);
        await page.SignsIn("admin@example.com");
        var sheet = await page.Opens("/admin/forms/landing-page?at=0.0.0");
        var held = new TaskCompletionSource();
        await page.RouteAsync("**/draft", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });

        await sheet.Field("Label").FillAsync("Given name");
        await sheet.Field("Label").BlurAsync();
        await sheet.Locator("#add summary").ClickAsync();
        await sheet.Locator("#custom").PressSequentiallyAsync("Bud");
        held.SetResult();
        await Expect(sheet.Locator("[data-list='0.0']")).ToContainTextAsync("Given name");

        await Expect(sheet.Locator("#custom")).ToBeFocusedAsync();
        await sheet.Locator("#custom").PressSequentiallyAsync("get");
        await sheet.Button("Add custom field").ClickAsync();
        await Expect(sheet.Locator("#settings-title")).ToHaveTextAsync("Budget");
    }

    [Fact]
    public async Task A_section_is_dragged_within_its_step_and_into_the_next()
    {
        await App.Adds(Role.Admin);
        var page = await Visitor(width: 1440, height: 1400);
        await page.SignsIn("admin@example.com");
        var sheet = await page.Opens("/admin/forms/new");
        await sheet.Field("Title").FillAsync("Demo");
        await sheet.GetByText("Demo request").ClickAsync();
        await sheet.Button("Create form").ClickAsync();
        await Adds(sheet, "Section");
        await sheet.Field("Heading").FillAsync("Wishes");
        await sheet.Field("Heading").BlurAsync();
        await Expect(sheet.Locator("#outline")).ToContainTextAsync("Wishes");

        await page.Drags(sheet.Locator("#at-1-1"), sheet.Locator("#at-1-0"));
        await Expect(sheet.Locator("#at-1-0")).ToContainTextAsync("Wishes");
        await Expect(sheet.Locator("#at-1-0")).ToBeFocusedAsync();
        await page.Drags(sheet.Locator("#at-1-0"), sheet.Locator("#at-0-0"));

        await Expect(sheet.Locator("[data-list='0'] [data-kind=section]").First).ToContainTextAsync("Wishes");
        await Expect(sheet.Locator("#at-0-0")).ToBeFocusedAsync();
        await Expect(sheet.Locator("[data-list='1'] [data-kind=section]")).ToHaveCountAsync(1);
        await sheet.Locator("#do-undo").ClickAsync();
        await Expect(sheet.Locator("[data-list='1'] [data-kind=section]")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Two_editors_of_one_label_collide_and_nothing_is_overwritten()
    {
        Expected.Add("status of 409");
        await App.Adds(Role.Admin);
        await App.Adds(Role.Owner);
        var (ann, bob) = (await Visitor(width: 1440), await Visitor(width: 1440));
        await ann.SignsIn("admin@example.com");
        await bob.SignsIn("owner@example.com");
        var (hers, his) = (await ann.Opens("/admin/forms/landing-page?at=0.0.0"), await bob.Opens("/admin/forms/landing-page?at=0.0.0"));

        await hers.Field("Label").FillAsync("Given name");
        await hers.Field("Label").PressAsync("Tab");
        await Expect(hers.Locator("#outline")).ToContainTextAsync("Given name");
        await his.Field("Label").FillAsync("Forename");
        await his.Field("Label").PressAsync("Tab");

        await Expect(his.Locator("#problems")).ToContainTextAsync("changed this part while you were editing");
        await Expect(his.Field("Label")).ToHaveValueAsync("Forename");
        var again = await ann.Opens("/admin/forms/landing-page?at=0.0.0");
        await Expect(again.Field("Label")).ToHaveValueAsync("Given name");
    }

    [Fact]
    public async Task A_field_is_dragged_into_the_next_step_and_the_preview_follows()
    {
        await App.Adds(Role.Admin);
        var page = await Visitor(width: 1440, height: 1400);
        await page.SignsIn("admin@example.com");
        var sheet = await page.Opens("/admin/forms/new");
        await sheet.Field("Title").FillAsync("Demo");
        await sheet.GetByText("Demo request").ClickAsync();
        await sheet.Button("Create form").ClickAsync();

        await page.Drags(sheet.Locator("#at-0-0-0"), sheet.Locator("#at-1-0-1"));

        await Expect(sheet.Locator("[data-list='1.0']")).ToContainTextAsync("First name");
        await Expect(page.Sheet(0).Locator("label").Filter(new() { HasText = "Last name" })).ToBeVisibleAsync();
        await sheet.Locator("#do-undo").ClickAsync();
        await Expect(sheet.Locator("[data-list='0.0']")).ToContainTextAsync("First name");
    }

    [Fact]
    public async Task A_change_that_is_made_the_moment_its_input_appears_is_saved()
    {
        await App.Adds(Role.Admin);
        var page = await Visitor(width: 1440);
        await page.SignsIn("admin@example.com");
        var sheet = await page.Opens("/admin/forms/landing-page?at=0.0.0");
        await page.EvaluateAsync("""
            () => {
              const before = document.querySelector("#label").value;
              new MutationObserver((_, watch) => {
                const input = document.querySelector("#label");
                if (!input || input.value === before) return;
                watch.disconnect();
                input.value = "How do you like it?";
                input.dispatchEvent(new Event("change", { bubbles: true }));
              }).observe(document.body, { childList: true, subtree: true });
            }
            """);

        await Clicks(sheet.Locator("#add summary"));
        await Clicks(sheet.Locator("#add").GetByRole(AriaRole.Button, new() { Name = "Rating", Exact = true }));

        await Expect(sheet.Locator("#outline")).ToContainTextAsync("How do you like it?");
    }

    [Fact]
    public async Task A_form_is_mended_on_a_phone_and_a_version_comes_back()
    {
        await App.Adds(Role.Admin);
        var page = await Visitor(width: 390, height: 844);
        await page.SignsIn("admin@example.com");
        var sheet = await page.Opens("/admin/forms/landing-page?at=0.0.0");

        await sheet.Field("Label").FillAsync("Given name");
        await sheet.Field("Label").PressAsync("Tab");
        await Expect(sheet.Locator("#outline")).ToContainTextAsync("Given name");
        await page.DoesNotScrollSideways();
        await sheet.GetByRole(AriaRole.Link, new() { Name = "Publish…" }).ClickAsync();
        await sheet.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await sheet.GetByRole(AriaRole.Link, new() { Name = "Versions" }).ClickAsync();
        await page.Looks("versions");
        await sheet.Locator("#version-1 button").ClickAsync();
        await Expect(sheet.Locator(".news")).ToContainTextAsync("Version 1 is in the draft now.");
        await page.Opens("/admin/forms");
        await page.Looks("forms");
        await page.Opens("/admin/forms/new");
        await page.Looks("new-form");
    }

    private async Task Adds(ILocator sheet, string what)
    {
        await Clicks(sheet.Locator("#add summary"));
        await Clicks(sheet.Locator("#add").GetByRole(AriaRole.Button, new() { Name = what, Exact = true }));
        await Expect(sheet.Locator("#add summary")).ToBeVisibleAsync();
        await Expect(sheet.Locator("#settings-title")).ToContainTextAsync(what);
    }

    private async Task AddsByKeys(ILocator sheet, string what)
    {
        await Presses(sheet.Locator("#add summary"));
        await Presses(sheet.Locator("#add").GetByRole(AriaRole.Button, new() { Name = what, Exact = true }));
        await Expect(sheet.Locator("#settings-title")).ToContainTextAsync(what);
    }

    private async Task AddsCustom(ILocator sheet, string name)
    {
        await Clicks(sheet.Locator("#add summary"));
        await Fills(sheet.Locator("#custom"), name);
        await Clicks(sheet.Button("Add custom field"));
        await Expect(sheet.Locator("#settings-title")).ToHaveTextAsync(name);
    }

    private async Task Presses(ILocator what)
    {
        interactions++;
        await what.Page.Presses(what);
    }

    /// What stood there is selected by the Tab key that leads there, and so replaced; in a list, the letters choose.
    private async Task Types(ILocator what, string text)
    {
        interactions++;
        await what.Page.TabsTo(what);
        await what.Page.Keyboard.TypeAsync(text);
    }

    private Task Clicks(ILocator what)
    {
        interactions++;
        return what.ClickAsync();
    }

    private async Task Fills(ILocator what, string text)
    {
        interactions++;
        await what.FillAsync(text);
        await what.BlurAsync();
    }

    private async Task Chooses(ILocator what, string value)
    {
        interactions++;
        await what.SelectOptionAsync(value);
    }
}
