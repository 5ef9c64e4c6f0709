using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using LeadCapture.Forms.Fields;
using Microsoft.AspNetCore.Html;

namespace LeadCapture.Shared;

/// The options of a datalist, written once and sent with many pages.
public static class Suggestions
{
    private static readonly ConcurrentDictionary<FieldKind, HtmlString> Written = new();

    public static IHtmlContent Of(FieldKind kind) => Written.GetOrAdd(kind, static kind => new HtmlString(
        string.Concat(kind.Suggestions.Select(value => $"<option value=\"{HtmlEncoder.Default.Encode(value)}\">"))));
}
