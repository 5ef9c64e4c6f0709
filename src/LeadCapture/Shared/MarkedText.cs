using System.Text.Encodings.Web;
using LeadCapture.Forms;
using Microsoft.AspNetCore.Html;

namespace LeadCapture.Shared;

/// A text of a form as HTML. A link opens beside the form, so that nothing that was typed is lost; a booth never leaves its page, and shows
/// the address.
public sealed class MarkedText(string text, FormShape shape) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => Write(SmallMarkdown.Read(text), writer, encoder);

    private void Write(IReadOnlyList<TextPart> parts, TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var part in parts)
            Write(part, writer, encoder);
    }

    private void Write(TextPart part, TextWriter writer, HtmlEncoder encoder)
    {
        switch (part)
        {
            case PlainPart plain:
                encoder.Encode(writer, plain.Text);
                break;
            case BreakPart:
                writer.Write("<br>");
                break;
            case EmphasisPart { Parts: var inner }:
                writer.Write("<em>");
                Write(inner, writer, encoder);
                writer.Write("</em>");
                break;
            case StrongPart { Parts: var inner }:
                writer.Write("<strong>");
                Write(inner, writer, encoder);
                writer.Write("</strong>");
                break;
            case LinkPart { Parts: var inner, Address: var address } when shape == FormShape.Booth:
                Write(inner, writer, encoder);
                encoder.Encode(writer, $" ({address})");
                break;
            case LinkPart { Parts: var inner, Address: var address }:
                writer.Write("<a href=\"");
                encoder.Encode(writer, address);
                writer.Write("\" target=\"_blank\" rel=\"noopener\">");
                Write(inner, writer, encoder);
                writer.Write("</a>");
                break;
        }
    }
}

public static class MarkedTexts
{
    public static MarkedText Marked(this FormShape shape, string text) => new(text, shape);
}
