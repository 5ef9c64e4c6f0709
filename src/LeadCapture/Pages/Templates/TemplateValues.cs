using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace LeadCapture.Pages.Templates;

/// What belongs to one visitor in a page, taken out of it in the order in which it is asked for, with a mark put in each place.
public sealed class TemplateValues(HtmlEncoder encoder)
{
    private const int Usual = 128;
    private static readonly string Unlikely = $"mark{Guid.NewGuid():N}";
    private static readonly Mark[] Known = [.. Enumerable.Range(0, Usual).Select(place => new Mark(MarkAt(place)))];

    private readonly List<byte[]> values = [];
    private readonly List<Mark> marks = [];
    private readonly StringBuilder alike = new();

    public byte[][] Values => [.. values];

    public IReadOnlyList<Mark> Marks => marks;

    /// The same for pages that differ in their values alone.
    public string Alike => alike.ToString();

    /// Null and empty stay as they are: a view may show nothing at all then.
    [return: NotNullIfNotNull(nameof(value))]
    public string? Take(string? value)
    {
        alike.Append(value is null ? '0' : value == "" ? '-' : 'x');
        return string.IsNullOrEmpty(value) ? value : Put(Encoding.UTF8.GetBytes(encoder.Encode(value)), length: null);
    }

    /// What has one length for everybody, so that the page is compressed across it. Empty, it stays as it is, too.
    public string TakeFixed(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(encoder.Encode(value));
        alike.Append(InvariantCulture, $"{bytes.Length}x");
        return value == "" ? value : Put(bytes, bytes.Length);
    }

    [return: NotNullIfNotNull(nameof(value))]
    public IHtmlContent? Take(IHtmlContent? value)
    {
        if (Keep(value is null))
            return null;
        using var text = new StringWriter(InvariantCulture);
        value!.WriteTo(text, encoder);
        return new HtmlString(Put(Encoding.UTF8.GetBytes(text.ToString()), length: null));
    }

    /// What stays in the page, and with it in the key of its template.
    public T Keep<T>(T value)
    {
        var before = alike.Length;
        alike.Append(InvariantCulture, $"{value}");
        // Its length, so that what belongs to one thing is not taken for the beginning of the next.
        alike.Append(InvariantCulture, $"({alike.Length - before})");
        return value;
    }

    [return: NotNullIfNotNull(nameof(all))]
    public IReadOnlyList<T>? Each<T>(IReadOnlyList<T>? all, Func<T, TemplateValues, T> marked)
    {
        Keep(all?.Count);
        return all is null ? null : [.. all.Select(one => marked(one, this))];
    }

    private string Put(byte[] value, int? length)
    {
        var mark = marks.Count < Usual ? Known[marks.Count] : new(MarkAt(marks.Count));
        values.Add(value);
        marks.Add(mark with { Length = length });
        return mark.Text;
    }

    private static string MarkAt(int place) => $"{Unlikely}{place:D4}";
}
