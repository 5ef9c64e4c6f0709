using System.Text.RegularExpressions;

namespace LeadCapture.ReplyIo;

/// <summary>What names a person on LinkedIn: the part behind <c>/in/</c>. All other parts of an address only vary its spelling.</summary>
public static partial class LinkedInHandle
{
    // An address may be encoded as a whole, and once more by a mail tool. No handle has a percent sign.
    private const int MostDecodings = 3;

    /// <summary>The handle of a profile's address, the same for every spelling of it.</summary>
    /// <param name="url">
    /// Such as <c>https://de.linkedin.com/in/Ann-Lee/?locale=de</c>. The scheme, and the host too, may be missing
    /// (<c>linkedin.com/in/ann-lee</c>, <c>in/ann-lee</c>).
    /// </param>
    /// <returns>
    /// Lower-cased, decoded and in the composed form (NFC). Null where there is none: no address, another site's, a company's, a
    /// short link (<c>lnkd.in</c>), or an address of Sales Navigator or Recruiter.
    /// </returns>
    public static string? Find(string? url)
    {
        if (string.IsNullOrWhiteSpace(url))
            return null;
        var match = Profile().Match(Decoded(url.Trim()));
        return match.Success ? NormalForm.Compose(NormalForm.Compose(match.Groups["handle"].Value).ToLowerInvariant()) : null;
    }

    private static string Decoded(string url)
    {
        for (var i = 0; i < MostDecodings && url.Contains('%'); i++)
            url = Uri.UnescapeDataString(url);
        return url;
    }

    [GeneratedRegex(@"^(?:(?:https?:)?//)?(?:(?:[^/?#@\s]+\.)?linkedin\.com\.?(?::\d+)?/+|/?)(?:mwlite/+(?:profile/+)?|m/+)?"
        + @"in/+@?(?<handle>[^/?#&\s]*[^/?#&\s.,;:!)\]}>""'])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Profile();
}
