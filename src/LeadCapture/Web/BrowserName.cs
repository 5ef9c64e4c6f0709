namespace LeadCapture.Web;

/// Browser and system in words that their owner knows again; not more than that is kept.
public static class BrowserName
{
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"),
            ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "macOS"),
            ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    public static string Of(string userAgent) => (Find(Browsers, userAgent), Find(Systems, userAgent)) switch
    {
        ({ } browser, { } system) => $"{browser} on {system}",
        ({ } browser, null) => browser,
        (null, { } system) => $"A browser on {system}",
        _ => "An unknown browser",
    };

    private static string? Find((string Mark, string Name)[] known, string userAgent) =>
        known.FirstOrDefault(one => userAgent.Contains(one.Mark, StringComparison.Ordinal)).Name;
}
