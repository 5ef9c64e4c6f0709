using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadCapture.BrowserTests.Support;

/// What people do with a page and see on it. A sheet is the body of a page or of a frame in it.
public static class PageVerbs
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
    private static readonly string[] Wcag22 = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

    public static async Task<ILocator> Opens(this IPage page, string path)
    {
        await page.GotoAsync(path);
        return page.Sheet();
    }

    public static ILocator Sheet(this IPage page) => page.Locator("body");

    public static ILocator Sheet(this IPage page, int frame) => page.Locator("iframe").Nth(frame).ContentFrame.Locator("body");

    public static ILocator Field(this ILocator sheet, string label) =>
        sheet.GetByLabel(new Regex($@"^\s*{Regex.Escape(label)}(\s*\(required\))?\s*$"));

    public static ILocator FreeRow(this ILocator sheet, int number) =>
        sheet.GetByRole(AriaRole.Group, new() { Name = "Custom field", Exact = true }).Nth(number);

    public static ILocator Send(this ILocator sheet) => sheet.Locator("[data-send]");

    public static ILocator Button(this ILocator sheet, string name) => sheet.GetByRole(AriaRole.Button, new() { Name = name });

    public static ILocator MainPart(this ILocator sheet) => sheet.Locator("main");

    /// A value of the confirmation, by its label.
    public static ILocator Fact(this ILocator sheet, string label) =>
        sheet.Locator("dl.facts > div").Filter(new() { Has = sheet.Page.Locator($"dt:text-is('{label}')") }).Locator("dd");

    public static ILocator Contact(this ILocator sheet) => sheet.GetByRole(AriaRole.Article, new() { Name = "In Reply.io" });

    public static Task Types(this ILocator sheet, string label, string text) => sheet.Field(label).PressSequentiallyAsync(text);

    public static async Task Adds(this ILocator sheet, int number, string name, string value)
    {
        await sheet.Button("Add custom field").ClickAsync();
        await sheet.FreeRow(number).GetByLabel("Name").PressSequentiallyAsync(name);
        await sheet.FreeRow(number).GetByLabel("Value").PressSequentiallyAsync(value);
    }

    /// Through all steps.
    public static async Task Sends(this ILocator sheet)
    {
        await sheet.Starts();
        while (await sheet.Locator("[data-continue]").IsVisibleAsync())
            await sheet.GoesOn();
        await sheet.Send().ClickAsync();
    }

    /// To the next step.
    public static Task GoesOn(this ILocator sheet) => sheet.Locator("[data-continue]").ClickAsync();

    /// Shows the fields that a form keeps behind a heading.
    public static Task Unfolds(this ILocator sheet) => sheet.Locator(".more-details > summary").ClickAsync();

    /// Touches the welcome of a booth away.
    public static async Task Starts(this ILocator sheet)
    {
        if (await sheet.Locator("#welcome").IsVisibleAsync())
            await sheet.Locator("#welcome").ClickAsync();
    }

    public static async Task IsConfirmed(this ILocator sheet, string delivery = "delivered")
    {
        await Expect(sheet.MainPart()).ToHaveAttributeAsync("data-state", "submitted");
        await Expect(sheet.MainPart()).ToHaveAttributeAsync("data-delivery", delivery);
    }

    public static Task IsRefused(this ILocator sheet) => Expect(sheet.MainPart()).ToHaveAttributeAsync("data-state", "errors");

    public static Task IsForm(this ILocator sheet) => Expect(sheet.MainPart()).ToHaveAttributeAsync("data-state", "form");

    /// Without what stands in frames: axe runs in the page itself, where its .NET wrapper opens a blank one to sum up each time.
    public static async Task IsAccessible(this IPage page)
    {
        if (await page.EvaluateAsync<bool>("() => !window.axe"))
            await page.EvaluateAsync(Axe);
        Assert.Empty(await page.EvaluateAsync<string[]>(
            """
            async (tags) => {
              const { violations } = await axe.run({ runOnly: tags, resultTypes: ["violations"], iframes: false });
              return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${location.href} ${id}: ${html}`));
            }
            """, Wcag22));
    }

    /// Names the first element that sticks out.
    public static async Task DoesNotScrollSideways(this IPage page) => Assert.Equal("", await page.EvaluateAsync<string>(
        """
        () => {
          const { clientWidth, scrollWidth } = document.documentElement;
          if (scrollWidth <= clientWidth) return "";
          const sticksOut = (element) => element.getBoundingClientRect().right > clientWidth + 1;
          const wide = [...document.body.querySelectorAll("*")].find(sticksOut);
          return `${location.pathname}: ${scrollWidth} px, ${wide?.outerHTML.slice(0, 200)}`;
        }
        """));

    /// Everything that a person could read or find in an input.
    public static async Task<string> Everything(this IPage page) => await page.EvaluateAsync<string>(
        """
        () => [location.href, document.title, document.documentElement.outerHTML,
          ...[...document.querySelectorAll("input, textarea, select")].map((input) => input.value)].join("\n")
        """);

    /// Good to use on a desk, a tablet and a phone, light and dark; kept as pictures where somebody wants to see them.
    public static async Task Looks(this IPage page, string name)
    {
        var size = page.ViewportSize!;
        foreach (var scheme in (ColorScheme[])[ColorScheme.Dark, ColorScheme.Light])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            foreach (var width in (int[])[360, 768, 1280])
            {
                await page.SetViewportSizeAsync(width, size.Height);
                await page.DoesNotScrollSideways();
                await page.IsAccessible();
                if (Environment.GetEnvironmentVariable("LEADCAPTURE_LOOKS") is { Length: > 0 } folder)
                    await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}-{scheme}.png"), FullPage = true });
            }
        }
        await page.SetViewportSizeAsync(size.Width, size.Height);
    }
}
