namespace LeadCapture.Tests.Support;

/// The way to the provider and back, as a browser goes it.
internal static class OpenIdVerbs
{
    public const string Start = "/admin/login/open-id";

    /// Where everything leads: a page of the admin area, or the one that says why not.
    public static async Task<Page> ComesByOpenId(this AdminBrowser browser, string to = "")
    {
        var entered = await browser.Gets(await browser.ReturnsFromProvider(to));
        return entered.To is { } next ? await browser.Gets(next) : entered;
    }

    /// Shows at the provider who one is, once more.
    public static async Task<Page> ConfirmsByOpenId(this AdminBrowser browser) =>
        await browser.Gets((await browser.Gets(await browser.ComesBackFrom("/admin/confirm/open-id"))).To!);

    /// Up to the address to which the provider's answer was taken.
    public static async Task<string> ReturnsFromProvider(this AdminBrowser browser, string to = "")
    {
        var sentBack = await browser.GoesToProvider(to);
        return (await browser.Gets(sentBack)).To!;
    }

    /// Up to the address of ours that the provider sends the browser to.
    public static Task<string> GoesToProvider(this AdminBrowser browser, string to = "") =>
        browser.ComesBackFrom(Start + "?to=" + Uri.EscapeDataString(to));

    /// Starts there, and is sent back by the provider.
    public static async Task<string> ComesBackFrom(this AdminBrowser browser, string start)
    {
        var sent = await browser.Gets(start);
        Assert.Equal(302, sent.Status);
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var answer = await http.GetAsync(new Uri(sent.To!), TestContext.Current.CancellationToken);
        return answer.Headers.Location!.PathAndQuery;
    }
}
