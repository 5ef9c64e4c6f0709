using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadCapture.BrowserTests.Support;

/// What people do with a page and see on it. A sheet is the body of a page or of a frame in it.
public static class PageVerbs
{
    private static readonly AxeRunOptions Accessible = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"] },
        ResultTypes = [ResultType.Violations],
    };

    /// All that differs by light and by dark.
    private static readonly AxeRunOptions Contrasting = new()
    {
        RunOnly = new() { Type = "rule", Values = ["color-contrast"] },
        ResultTypes = [ResultType.Violations],
    };

    /// Dark differs in its colours alone, and a tablet in its width; it must end light.
    private static readonly (int Width, (ColorScheme Scheme, AxeRunOptions Rules)[] Checks)[] Screens =
    [
        (1280, [(ColorScheme.Dark, Contrasting), (ColorScheme.Light, Accessible)]), (768, []), (360, [(ColorScheme.Light, Accessible)]),
    ];

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

    public static Task Types(this ILocator sheet, string label, string text) => sheet.Field(label).PressSequentiallyAsync(text);

    public static async Task Adds(this ILocator sheet, int number, string name, string value)
    {
        await sheet.Button("Add a custom field").ClickAsync();
        await sheet.FreeRow(number).GetByLabel("Name").PressSequentiallyAsync(name);
        await sheet.FreeRow(number).GetByLabel("Value").PressSequentiallyAsync(value);
    }

    public static Task Sends(this ILocator sheet) => sheet.Send().ClickAsync();

    public static async Task IsConfirmed(this ILocator sheet, string delivery = "delivered")
    {
        await Expect(sheet.MainPart()).ToHaveAttributeAsync("data-state", "submitted");
        await Expect(sheet.MainPart()).ToHaveAttributeAsync("data-delivery", delivery);
    }

    public static Task IsRefused(this ILocator sheet) => Expect(sheet.MainPart()).ToHaveAttributeAsync("data-state", "errors");

    public static Task IsForm(this ILocator sheet) => Expect(sheet.MainPart()).ToHaveAttributeAsync("data-state", "form");

    public static Task IsAccessible(this IPage page) => page.Passes(Accessible);

    private static async Task Passes(this IPage page, AxeRunOptions rules)
    {
        var found = await page.RunAxe(rules);
        Assert.Empty(found.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{page.Url} {rule.Id}: {node.Html}")));
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
        foreach (var (width, checks) in Screens)
        {
            await page.SetViewportSizeAsync(width, size.Height);
            await page.DoesNotScrollSideways();
            foreach (var (scheme, rules) in checks)
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await page.Passes(rules);
            }
            await page.Keeps($"{name}-{width}");
        }
        await page.SetViewportSizeAsync(size.Width, size.Height);
    }

    private static async Task Keeps(this IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("LEADCAPTURE_LOOKS") is not { Length: > 0 } folder)
            return;
        foreach (var scheme in (ColorScheme[])[ColorScheme.Dark, ColorScheme.Light])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{scheme}.png"), FullPage = true });
        }
    }
}
