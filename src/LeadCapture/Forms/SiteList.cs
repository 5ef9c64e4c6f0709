namespace LeadCapture.Forms;

/// Whether an address stands on one of the sites that a form lists.
public static class SiteList
{
    private const string AnyPart = "*.";

    public static bool Holds(IReadOnlyList<string> sites, string address) =>
        AddressOf(address) is { } asked && sites.Any(site => Holds(site, asked));

    /// Of a page: absolute, and of the web.
    public static Uri? AddressOf(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.Scheme is "https" or "http" && address is { Host.Length: > 0, UserInfo: "" } ? address : null;

    private static bool Holds(string site, Uri asked)
    {
        if (AddressOf(site.Replace(AnyPart, "", StringComparison.Ordinal)) is not { } own || (own.Scheme, own.Port) != (asked.Scheme, asked.Port))
            return false;
        return site.Contains(AnyPart, StringComparison.Ordinal)
            ? asked.Host.EndsWith("." + own.Host, StringComparison.OrdinalIgnoreCase)
            : asked.Host.Equals(own.Host, StringComparison.OrdinalIgnoreCase);
    }
}
