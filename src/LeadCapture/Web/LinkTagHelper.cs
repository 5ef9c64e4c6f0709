using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LeadCapture.Web;

/// Addresses in our pages begin with "/"; where people come by a path, with that.
[HtmlTargetElement("a", Attributes = "href")]
[HtmlTargetElement("form", Attributes = "action")]
[HtmlTargetElement(Attributes = "data-address")]
public sealed class LinkTagHelper : TagHelper
{
    private static readonly string[] Names = ["href", "action", "data-address"];

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var path = ViewContext.HttpContext.Request.PathBase;
        if (!path.HasValue)
            return;
        foreach (var name in Names)
            if (context.AllAttributes.TryGetAttribute(name, out var attribute)
                && Written(attribute.Value) is ['/', ..] address && !address.StartsWith("//", StringComparison.Ordinal))
                output.Attributes.SetAttribute(
                    new(name, new HtmlString(HtmlEncoder.Default.Encode(path.Value!) + address), attribute.ValueStyle));
    }

    /// As it stands in the page.
    private static string Written(object value)
    {
        if (value is not IHtmlContent content)
            return HtmlEncoder.Default.Encode(value as string ?? "");
        using var text = new StringWriter(InvariantCulture);
        content.WriteTo(text, HtmlEncoder.Default);
        return text.ToString();
    }
}
