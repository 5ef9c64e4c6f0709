namespace LeadCapture.Tests.Support;

/// Somebody looks for leads. The index comes behind them: what is not found at once is looked for again.
internal static class SearchSteps
{
    public static Task<Page> Searches(this AdminBrowser browser, string text) => browser.Posts("/admin/leads/search", ("text", text));

    /// Names of the leads that are found, by the first part of their addresses.
    public static async Task<string> Found(this AdminBrowser browser, string text) => (await browser.Searches(text)).Names();

    /// Until these are found, in this order.
    public static Task Finds(this AdminBrowser browser, string text, string names) => TestApp.Eventually(
        async () => await browser.Found(text) == names, $"{text} finds {names}");

    public static Task FindsAll(this AdminBrowser browser, string text, int count) => TestApp.Eventually(
        async () => (await browser.Searches(text)).Main.TextContent.Contains($"{count} leads found.", StringComparison.Ordinal), $"{text} finds {count}");

    /// On a clock that stands still: time passes while it is looked for.
    public static Task Finds(this TestApp app, AdminBrowser browser, string text, string names) => TestApp.Eventually(async () =>
    {
        app.Clock!.Advance(TimeSpan.FromSeconds(1));
        return await browser.Found(text) == names;
    }, $"{text} finds {names}");

    public static string Names(this Page page) => string.Join(',', page.Html.QuerySelectorAll(".leads tbody tr")
        .Select(row => row.QuerySelectorAll("th a, td").Select(cell => cell.TextContent.Trim())
            .First(text => text.Contains('@', StringComparison.Ordinal)))
        .Select(email => email[..email.IndexOf('@', StringComparison.Ordinal)]));
}
