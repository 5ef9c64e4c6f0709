using System.Globalization;
using System.Text;

namespace LeadCapture.ReplyIo;

/// <summary>Text of a server, so that every database can store it: without NUL and without half surrogate pairs.</summary>
internal static class ForeignText
{
    public static string Clean(string text)
    {
        if (text.AsSpan().IndexOf('\0') < 0 && !HasHalfPair(text))
            return text;

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value != 0)
                clean.Append(rune);
        return clean.ToString();
    }

    /// <summary>The same for JSON, where such characters stand as escapes: with half a pair it cannot be read at all.</summary>
    public static string CleanJson(string json)
    {
        if (!json.Contains("\\u", StringComparison.Ordinal))
            return Clean(json);

        var clean = new StringBuilder(json.Length);
        for (var place = 0; place < json.Length; place++)
        {
            if (json[place] != '\\' || place + 1 == json.Length)
                clean.Append(json[place]);
            else if (json[place + 1] != 'u')
                clean.Append(json[place]).Append(json[++place]);
            else
                place += CopyEscape(json, place, clean) - 1;
        }

        return Clean(clean.ToString());
    }

    /// <returns>How many characters were dealt with.</returns>
    private static int CopyEscape(string json, int place, StringBuilder clean)
    {
        if (Escaped(json, place) is not { } letter)
        {
            clean.Append(json[place]);
            return 1;
        }

        if (char.IsHighSurrogate(letter) && Escaped(json, place + EscapeLength) is { } next && char.IsLowSurrogate(next))
        {
            clean.Append(json, place, 2 * EscapeLength);
            return 2 * EscapeLength;
        }

        if (!char.IsSurrogate(letter) && letter != '\0')
            clean.Append(json, place, EscapeLength);
        return EscapeLength;
    }

    private const int EscapeLength = 6;

    private static char? Escaped(string json, int place) => place + EscapeLength <= json.Length && json[place] == '\\' && json[place + 1] == 'u'
        && ushort.TryParse(json.AsSpan(place + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var letter)
            ? (char)letter
            : null;

    private static bool HasHalfPair(string text)
    {
        for (var place = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); place >= 0 && place < text.Length; place++)
        {
            if (!char.IsSurrogate(text[place]))
                continue;
            if (place + 1 == text.Length || !char.IsSurrogatePair(text[place], text[place + 1]))
                return true;
            place++;
        }

        return false;
    }
}
