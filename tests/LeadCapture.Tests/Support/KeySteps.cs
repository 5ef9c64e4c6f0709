namespace LeadCapture.Tests.Support;

/// What somebody does who lets servers send leads.
internal static class KeySteps
{
    /// The token as it is shown once.
    public static async Task<string> MakesKey(this AdminBrowser admin, params (string Name, string Value)[] inputs)
    {
        (string Name, string Value)[] usual = [("name", "Shop"), ("scope", "all"), ("perMinute", "600"), ("expires", "")];
        var page = await admin.Does("/admin/settings/api-keys",
            [.. inputs, .. usual.Where(one => inputs.All(input => input.Name != one.Name))]);
        Assert.Equal("API key created.", page.News);
        return page.Html.QuerySelector("#token")!.GetAttribute("value")!;
    }
}
