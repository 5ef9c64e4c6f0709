using System.Buffers;
using System.Text;

namespace LeadCapture.Forms;

/// The few marks that a form's texts may have: [links](https://…), *emphasis*, **strong** and line breaks. Everything else is text, and so
/// is whatever has no end; a backslash makes a mark text.
public static class SmallMarkdown
{
    private const int Deepest = 4;
    private const string Escapable = @"\*[]()";
    private static readonly SearchValues<char> Marks = SearchValues.Create("*[\\\n");
    private static readonly SearchValues<char> NeverInAnAddress = SearchValues.Create(" \t\r\n<>\"\\`{}|^");
    private static readonly string[] Schemes = ["https://", "http://", "mailto:"];

    public static IReadOnlyList<TextPart> Read(string text) => text.AsSpan().ContainsAny(Marks)
        ? Read(text.ReplaceLineEndings("\n"), 0, inLink: false)
        : [new PlainPart(text)];

    /// The words alone.
    public static string Plain(string text) => string.Concat(Read(text).Select(Plain));

    /// So that it is read as the text that it is, on one line.
    public static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var letter in text.ReplaceLineEndings(" "))
            (Escapable.Contains(letter) ? escaped.Append('\\') : escaped).Append(letter);
        return escaped.ToString();
    }

    public static string Plain(TextPart part) => part switch
    {
        PlainPart plain => plain.Text,
        BreakPart => " ",
        InnerPart inner => string.Concat(inner.Parts.Select(Plain)),
        _ => "",
    };

    private static List<TextPart> Read(string text, int depth, bool inLink)
    {
        List<TextPart> parts = [];
        var plain = new StringBuilder();
        for (var at = 0; at < text.Length;)
            if (PartAt(text, at, depth, inLink) is var (part, end))
            {
                Add();
                parts.Add(part);
                at = end;
            }
            else
            {
                at += IsEscaped(text, at) ? 1 : 0;
                plain.Append(text[at++]);
            }
        Add();
        return parts;

        void Add()
        {
            if (plain.Length > 0)
                parts.Add(new PlainPart(plain.ToString()));
            plain.Clear();
        }
    }

    private static (TextPart Part, int End)? PartAt(string text, int at, int depth, bool inLink) => text[at] switch
    {
        '\n' => (new BreakPart(), at + 1),
        '[' when !inLink => LinkAt(text, at, depth),
        '*' when depth < Deepest => MarkedAt(text, at, "**", depth, inLink) ?? MarkedAt(text, at, "*", depth, inLink),
        _ => null,
    };

    private static (TextPart, int)? MarkedAt(string text, int at, string mark, int depth, bool inLink)
    {
        var start = at + mark.Length;
        if (string.CompareOrdinal(text, at, mark, 0, mark.Length) != 0 || start >= text.Length || char.IsWhiteSpace(text[start])
            || CloseOf(text, start, mark) is not { } close)
            return null;
        var inner = Read(text[start..close], depth + 1, inLink);
        return (mark.Length == 2 ? new StrongPart(inner) : new EmphasisPart(inner), close + mark.Length);
    }

    /// Behind a letter. Of three stars the outer ones close what is strong.
    private static int? CloseOf(string text, int start, string mark)
    {
        for (var at = start; at < text.Length; at++)
            if (IsEscaped(text, at))
                at++;
            else if (text[at] == '*')
            {
                var stars = text.AsSpan(at).IndexOfAnyExcept('*') is var run and >= 0 ? run : text.Length - at;
                if (at > start && !char.IsWhiteSpace(text[at - 1]) && (stars == mark.Length || stars > 2))
                    return at + Math.Max(0, stars - mark.Length);
                at += stars - 1;
            }
        return null;
    }

    private static (TextPart, int)? LinkAt(string text, int at, int depth)
    {
        var close = at + 1;
        while (close < text.Length && text[close] is not (']' or '[' or '\n'))
            close += IsEscaped(text, close) ? 2 : 1;
        if (close == at + 1 || close + 1 >= text.Length || text[close] != ']' || text[close + 1] != '(')
            return null;
        var end = text.IndexOf(')', close);
        return end >= 0 && text[(close + 2)..end] is var address && IsAddress(address)
            ? (new LinkPart(Read(text[(at + 1)..close], depth + 1, inLink: true), address), end + 1)
            : null;
    }

    private static bool IsAddress(string text) => !text.AsSpan().ContainsAny(NeverInAnAddress)
        && !text.Any(char.IsControl)
        && Schemes.Any(scheme => text.Length > scheme.Length && text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
        && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" or "mailto";

    private static bool IsEscaped(string text, int at) =>
        text[at] == '\\' && at + 1 < text.Length && Escapable.Contains(text[at + 1]);
}

/// A piece of a text with marks.
public abstract record TextPart;

public sealed record PlainPart(string Text) : TextPart;

public sealed record BreakPart : TextPart;

/// A piece that has pieces.
public abstract record InnerPart(IReadOnlyList<TextPart> Parts) : TextPart;

public sealed record EmphasisPart(IReadOnlyList<TextPart> Parts) : InnerPart(Parts);

public sealed record StrongPart(IReadOnlyList<TextPart> Parts) : InnerPart(Parts);

public sealed record LinkPart(IReadOnlyList<TextPart> Parts, string Address) : InnerPart(Parts);
