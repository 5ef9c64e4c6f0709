using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace LeadCapture.Shared;

/// The options of a datalist, written once and sent with many pages.
public static class Suggestions
{
    public static IHtmlContent Countries { get; } = Of(Forms.Countries.All);

    public static IHtmlContent TimeZones { get; } = Of(Forms.TimeZones.All);

    private static HtmlString Of(IEnumerable<string> values) =>
        new(string.Concat(values.Select(value => $"<option value=\"{HtmlEncoder.Default.Encode(value)}\">")));
}
