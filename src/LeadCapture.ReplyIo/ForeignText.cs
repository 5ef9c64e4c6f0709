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
