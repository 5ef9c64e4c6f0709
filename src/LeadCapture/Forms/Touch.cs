using System.Collections.ObjectModel;
using System.Web;

namespace LeadCapture.Forms;

/// One visit of a site, as links and advertisements tell it: the campaign, the click, the page before, and the page that it began on.
/// Anybody can tell anything: it is cut, and what is not known is dropped.
public sealed class Touch
{
    public const string Referrer = "referrer";
    public const string LandingPage = "landing_page";
    public const string At = "at";

    private const int LongestValue = 250;
    private const int LongestAddress = 400;

    /// Of a campaign; the same in the link of every advertiser.
    public static readonly IReadOnlyList<string> CampaignNames =
        ["utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content", "utm_id"];

    /// Of single clicks, each by the name that its advertiser gave it.
    public static readonly IReadOnlyList<string> ClickNames =
        ["gclid", "gbraid", "wbraid", "dclid", "msclkid", "fbclid", "li_fat_id", "ttclid", "twclid"];

    public static readonly IReadOnlyList<string> Names = [.. CampaignNames, .. ClickNames, Referrer, LandingPage, At];

    private Touch(Dictionary<string, string> values) => Values = values.AsReadOnly();

    public ReadOnlyDictionary<string, string> Values { get; }

    public string? this[string name] => Values.GetValueOrDefault(name);

    /// The name and the id of the click, where it was one on an advertisement.
    public (string Name, string Id)? Click =>
        ClickNames.FirstOrDefault(name => this[name] is not null) is { } click ? (click, this[click]!) : null;

    /// Null where nothing is told.
    public static Touch? Of(Func<string, string?> told)
    {
        Dictionary<string, string> values = [];
        foreach (var name in Names)
            if (told(name) is { Length: > 0 } value && Tidied(name, value) is { Length: > 0 } tidied)
                values[name] = tidied;
        return values.Count > 0 ? new(values) : null;
    }

    /// An address without what may be somebody's own: of its query only the campaign is left. Empty where it is none of the web.
    public static string Bare(string address)
    {
        if (SiteList.AddressOf(address) is not { } page)
            return "";
        var query = page.Query.Length > 1 ? CampaignOf(page.Query) : "";
        var bare = $"{page.Scheme}://{page.Authority}{page.AbsolutePath}{(query == "" ? "" : "?" + query)}";
        return InputNormalizer.Start(bare, LongestAddress);
    }

    private static string CampaignOf(string query)
    {
        var told = HttpUtility.ParseQueryString(query);
        return string.Join('&', CampaignNames.Concat(ClickNames).Where(name => told[name] is { Length: > 0 })
            .Select(name => $"{name}={Uri.EscapeDataString(InputNormalizer.Start(told[name]!, LongestValue))}"));
    }

    private static string Tidied(string name, string told)
    {
        var value = InputNormalizer.OneLine(InputNormalizer.Clean(told));
        return name switch
        {
            _ when MergeTags.IsNoValue(value) || !InputNormalizer.IsSendable(value, lines: false) => "",
            Referrer or LandingPage => Bare(value),
            At => DateTimeOffset.TryParse(value, InvariantCulture, out var at)
                ? at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", InvariantCulture)
                : "",
            _ => InputNormalizer.Start(value, LongestValue),
        };
    }
}
