using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace LeadCapture.Forms;

/// The options of a datalist, written once and sent with many pages.
public static class Suggestions
{
    public static IHtmlContent Of(IEnumerable<string> values) =>
        new HtmlString(string.Concat(values.Select(value => $"<option value=\"{HtmlEncoder.Default.Encode(value)}\">")));
}
