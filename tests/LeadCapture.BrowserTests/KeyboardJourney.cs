using LeadCapture.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadCapture.BrowserTests;

public class KeyboardJourney(Chromium chromium) : Journey(chromium)
{
    private const string ShowsFocus =
        """
        () => {
          const element = document.activeElement;
          const marks = [element, element.closest("label")].filter(Boolean).map((one) => getComputedStyle(one));
          const { top, bottom } = element.getBoundingClientRect();
          const outlined = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
          const marked = marks.some((style) => outlined(style) || style.boxShadow !== "none");
          return element !== document.body && marked && bottom > 0 && top < innerHeight;
        }
        """;

    [Fact]
    public async Task The_contact_form_works_with_keys_alone()
    {
        var page = await Visitor();
        var form = await page.Opens("/f/contact");

        await TabsTo(form.Field("First name"));
        await page.Keyboard.TypeAsync("Ann");
        await TabsTo(form.Field("Email address"));
        await page.Keyboard.TypeAsync("ann at example");
        await TabsTo(form.Locator(".more-details > summary"));
        await page.Keyboard.PressAsync("Enter");
        await TabsTo(form.Field("Company size"));
        await page.Keyboard.TypeAsync("51");
        await TabsTo(form.Button("Add custom field"));
        await page.Keyboard.PressAsync("Space");
        await Expect(form.FreeRow(0).GetByLabel("Name")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("budget");
        await TabsTo(form.FreeRow(0).GetByLabel("Value"));
        await page.Keyboard.TypeAsync("1000");
        await TabsTo(form.Send());
        await page.Keyboard.PressAsync("Enter");

        await form.IsRefused();
        await Expect(form.Locator("#error-summary")).ToBeFocusedAsync();
        await TabsTo(form.Locator("#error-summary a"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(form.Field("Email address")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("ann@example.com");
        await page.Keyboard.PressAsync("Enter");

        await form.IsConfirmed();
        await Expect(form.Contact().Fact("Company size")).ToHaveTextAsync("51-200 employees");
        await Expect(form.Contact().Fact("budget")).ToHaveTextAsync("1000");
        await TabsTo(form.GetByRole(AriaRole.Link, new() { Name = "Fill in another form" }));
    }

    [Fact]
    public async Task The_booth_form_works_with_keys_alone()
    {
        var page = await Visitor();
        var form = await page.Opens("/f/event-booth");

        await TabsTo(form.Field("Work email"));
        await page.Keyboard.TypeAsync("ann@example.com\n");
        await TabsTo(form.Field("Now"));
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(form.Field("In the next few months")).ToBeCheckedAsync();
        await TabsTo(form.GetByRole(AriaRole.Checkbox));
        await page.Keyboard.PressAsync("Space");
        await TabsTo(form.Send());
        await page.Keyboard.PressAsync("Space");

        await form.IsConfirmed();
        await Expect(form.Contact().Fact("How soon do you want to start?")).ToHaveTextAsync("In the next few months");
    }

    private static async Task TabsTo(ILocator target)
    {
        for (var steps = 0; steps < 60; steps++)
        {
            await target.Page.Keyboard.PressAsync("Tab");
            Assert.True(await target.Page.EvaluateAsync<bool>(ShowsFocus), "Focus can be seen before " + target);
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
        }
        Assert.Fail("Tab does not reach " + target);
    }
}
