using System.Buffers;

namespace LeadCapture.Submissions.Spam;

/// Links: for a name, as markup, shortened, and how many. One to the sender's own site is what people send.
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
        foreach (var name in suspect.Names)
            if (name.AsSpan().ContainsAny(Begin) || name.AsSpan().ContainsAny(Short))
            {
                suspect.Adds(SpamSignKind.NameLink, SpamCheck.Threshold);
                break;
            }
        var (links, hasMarkup, hasShort) = (0, false, false);
        foreach (var text in suspect.Texts)
        {
            links += Foreign(text, suspect.Domain);
            hasMarkup |= text.AsSpan().ContainsAny(Markup);
            hasShort |= text.AsSpan().ContainsAny(Short);
        }
        if (links > 0)
            suspect.Adds(SpamSignKind.Links, Math.Min(links, 3) * 2, links.ToString(InvariantCulture));
        if (hasShort)
            suspect.Adds(SpamSignKind.ShortLink, 3);
        if (hasMarkup)
            suspect.Adds(SpamSignKind.Markup, 8);
    }

    private static int Foreign(ReadOnlySpan<char> text, ReadOnlySpan<char> own)
    {
        var links = 0;
        while (text.IndexOfAny(Begin) is >= 0 and var at)
        {
            var host = text[at..].TrimStart(":/");
            if (host.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
                host = host["www.".Length..];
            var end = host.IndexOfAny(Ends);
            var address = end < 0 ? host : host[..end];
            if (own.IsEmpty || !address.StartsWith(own, StringComparison.OrdinalIgnoreCase))
                links++;
            text = end < 0 ? [] : host[end..];
        }
        return links;
    }
}
