using System.Buffers;

namespace LeadCapture.Submissions.Spam;

/// Links: for a name, as markup, shortened, and how many. People send one or two.
public sealed class LinkSign : ISpamSign
{
    private static readonly SearchValues<string> Markup =
        SearchValues.Create(["<a ", "[url", "</a>", "[link="], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Begin =
        SearchValues.Create(["://", "www."], StringComparison.OrdinalIgnoreCase);

    /// What hides where a link leads.
    private static readonly SearchValues<string> Short = SearchValues.Create(
        ["bit.ly/", "t.me/", "wa.me/", "tinyurl.com/", "goo.su/", "clck.ru/", "cutt.ly/", "is.gd/", "rb.gy/", "vk.cc/", "shorturl.at/"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n\"'<>()[]{}，。；、");

    public void Look(Suspect suspect)
    {
        if (suspect.IsAllowed)
            return;
        if (suspect.Names.Any(name => name.AsSpan().ContainsAny(Begin) || name.AsSpan().ContainsAny(Short)))
            suspect.Adds(SpamSignKind.NameLink, SpamCheck.Threshold);
        if (suspect.Texts.Sum(text => LinksIn(text)) is > 0 and var links)
            suspect.Adds(SpamSignKind.Links, links switch { 1 => 3, 2 => 5, 3 => 8, _ => 9 }, links.ToString(InvariantCulture));
        if (suspect.Texts.Any(text => text.AsSpan().ContainsAny(Short)))
            suspect.Adds(SpamSignKind.ShortLink, 3);
        if (suspect.Texts.Any(text => text.AsSpan().ContainsAny(Markup)))
            suspect.Adds(SpamSignKind.Markup, 8);
    }

    private static int LinksIn(ReadOnlySpan<char> text)
    {
        var links = 0;
        for (; text.IndexOfAny(Begin) is >= 0 and var at; links++)
        {
            var link = text[at..];
            text = link.IndexOfAny(Ends) is >= 0 and var end ? link[end..] : [];
        }
        return links;
    }
}
