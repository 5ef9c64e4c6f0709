using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Microsoft.Extensions.Primitives;

namespace LeadCapture.Shared;

/// Names and values out of the bytes of a posted form or a link, in the encoding that its page had.
public static class PostedText
{
    /// What pages have that say nothing, and no UTF-8 either.
    private static readonly Encoding Western = TextEncoding.Find("windows-1252")!;

    /// The bytes are decoded in their place.
    public static Dictionary<string, StringValues> Read(Span<byte> bytes, string? charset, int mostInputs)
    {
        var end = 0;
        List<(Range Name, Range Value)> inputs = [];
        for (var start = 0; start < bytes.Length;)
        {
            var stop = bytes[start..].IndexOf((byte)'&') is >= 0 and var length ? start + length : bytes.Length;
            if (stop > start && inputs.Count == mostInputs)
                throw new InvalidDataException($"There are more than {mostInputs} inputs");
            if (stop > start)
                inputs.Add(Input(bytes, start, stop, ref end));
            start = stop + 1;
        }
        var encoding = EncodingOf(bytes[..end], inputs, charset);
        Dictionary<string, StringValues> read = new(inputs.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in inputs)
        {
            var key = encoding.GetString(bytes[name]);
            read[key] = StringValues.Concat(read.GetValueOrDefault(key), encoding.GetString(bytes[value]));
        }
        return read;
    }

    private static (Range, Range) Input(Span<byte> bytes, int start, int stop, ref int end)
    {
        var equals = bytes[start..stop].IndexOf((byte)'=') is >= 0 and var length ? start + length : stop;
        var name = Decoded(bytes, start, equals, ref end);
        return (name, Decoded(bytes, Math.Min(equals + 1, stop), stop, ref end));
    }

    /// What is no escape stays as it is.
    private static Range Decoded(Span<byte> bytes, int start, int stop, ref int end)
    {
        var first = end;
        for (var i = start; i < stop; i++)
            if (bytes[i] == '%' && i + 2 < stop
                && byte.TryParse(bytes.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, InvariantCulture, out var code))
            {
                bytes[end++] = code;
                i += 2;
            }
            else
                bytes[end++] = bytes[i] == '+' ? (byte)' ' : bytes[i];
        var range = first..end;
        // Parts that are no UTF-8 must not become it by standing side by side. Where the sign between them stood is room.
        if (stop < bytes.Length)
            bytes[end++] = (byte)'&';
        return range;
    }

    private static Encoding EncodingOf(ReadOnlySpan<byte> text, List<(Range Name, Range Value)> inputs, string? charset)
    {
        // An input of this name is filled in by the browser, which knows best.
        foreach (var (name, value) in inputs)
            if (text[name].SequenceEqual("_charset_"u8))
            {
                charset = Encoding.Latin1.GetString(text[value]);
                if (Known(charset) is { } own && !IsUtf8(own))
                    return own;
            }
        if (Utf8.IsValid(text))
            return Encoding.UTF8;
        if (string.IsNullOrEmpty(charset))
            return Western;
        return Known(charset) is not { } known ? Encoding.UTF8 : IsUtf8(known) ? Western : known;
    }

    private static bool IsUtf8(Encoding encoding) => encoding.CodePage == Encoding.UTF8.CodePage;

    /// Escapes are bytes: none of two or four bytes a letter can be among them.
    private static Encoding? Known(string name) =>
        TextEncoding.Find(name) is { } encoding && encoding.GetByteCount("a") == 1 ? encoding : null;
}
