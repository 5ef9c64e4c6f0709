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

    /// Up to the address to which the provider's answer was taken.
    public static async Task<string> ReturnsFromProvider(this AdminBrowser browser, string to = "")
    {
        var sentBack = await browser.GoesToProvider(to);
        return (await browser.Gets(sentBack)).To!;
    }

    /// Up to the address of ours that the provider sends the browser to.
    public static async Task<string> GoesToProvider(this AdminBrowser browser, string to = "")
    {
        var sent = await browser.Gets(Start + "?to=" + Uri.EscapeDataString(to));
        Assert.Equal(302, sent.Status);
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var answer = await http.GetAsync(new Uri(sent.To!), TestContext.Current.CancellationToken);
        return answer.Headers.Location!.PathAndQuery;
    }
}
