using System.Net.Mail;
using static LeadCapture.Forms.FormText;

namespace LeadCapture.Forms.Fields;

/// An email address as people paste it, and what is wrong with one.
public static class EmailSpelling
{
    private const string Link = "mailto:";
    private const char FirstWide = '\uFF01', LastWide = '\uFF5E', LetterOfWide = '!';
    private static readonly string[] Wraps = ["<>", "\"\"", "''", "``", "“”", "„“", "‘’", "«»", "()", "[]"];

    private static string Like => T["Enter an email address like name@example.com"];

    /// The address alone. What is none stays what it is.
    public static string Of(string value)
    {
        var text = Narrow(value);
        while (Unwrapped(text) is var inner && inner != text)
            text = inner;
        return text.Contains('@', StringComparison.Ordinal) ? text : value;
    }

    public static bool IsAddress(string value) => ProblemOf(value) is null;

    /// Plus signs, quoted local parts, dots in a row and international domains are all real; what no domain has is not.
    public static string? ProblemOf(string value)
    {
        var at = value.LastIndexOf('@');
        if (at < 1)
            return Like;
        var (local, domain) = (value[..at], value[(at + 1)..]);
        if (domain.StartsWith('['))
            return IsByTheBook(value) ? null : Like;
        if (domain.FirstOrDefault(IsStrange) is var strange and not '\0' && !char.IsWhiteSpace(strange))
            return $"{T["The part after the @ can't contain “{0}”.", strange]} {Like}";
        if (domain.Split('.').Any(part => part.StartsWith('-') || part.EndsWith('-')))
            return $"{T["The part after the @ can't begin or end with a hyphen, before or after a dot."]} {Like}";
        return IsByTheBook($"{WithSingleDots(local)}@{domain}") ? null : Like;
    }

    private static string Unwrapped(string text)
    {
        text = text.Trim().Trim(',', ';').TrimEnd('.', ' ');
        if (text.StartsWith(Link, StringComparison.OrdinalIgnoreCase))
            return Uri.UnescapeDataString(text[Link.Length..].Split('?', '|')[0]);
        if (text.EndsWith('>') && text.LastIndexOf('<') is >= 0 and var open)
            return text[(open + 1)..^1];
        return text.Length > 2 && Array.Exists(Wraps, wrap => wrap[0] == text[0] && wrap[1] == text[^1]) ? text[1..^1] : text;
    }

    /// Keyboards of East Asia have wide letters, and a full stop of their own.
    private static string Narrow(string value)
    {
        if (!value.AsSpan().ContainsAnyInRange('\u3000', LastWide))
            return value;
        var at = value.AsSpan().LastIndexOfAny('@', '\uFF20');
        return string.Create(value.Length, (value, at), static (letters, from) =>
        {
            for (var i = 0; i < letters.Length; i++)
                letters[i] = from.value[i] switch
                {
                    '\u3000' => ' ',
                    '\u3002' or '\uFF61' when i > from.at => '.',
                    >= FirstWide and <= LastWide and var wide => (char)(wide - FirstWide + LetterOfWide),
                    var letter => letter,
                };
        });
    }

    private static bool IsStrange(char letter) =>
        letter < '\u0080' && !char.IsAsciiLetterOrDigit(letter) && letter is not ('.' or '-' or '_');

    /// Mobile networks of Japan gave out addresses with dots in a row, and before the @.
    private static string WithSingleDots(string local) =>
        local.StartsWith('"') ? local : string.Join('.', local.Split('.', StringSplitOptions.RemoveEmptyEntries));

    private static bool IsByTheBook(string value) =>
        MailAddress.TryCreate(value, out var address) && address.Address == value && address.DisplayName == ""
        && address.Host.Trim('.').Contains('.', StringComparison.Ordinal) && !address.Host.EndsWith('.')
        && !address.Host.Contains("..", StringComparison.Ordinal);
}
