namespace LeadCapture.ReplyIo;

/// <summary>Whom a look-up or a create is about.</summary>
internal sealed record ContactLookup(bool IsEmail, string Text)
{
    private const string Host = "linkedin.com/";
    private const string BeforeHandle = "/in/";

    // What every spelling of a LinkedIn URL has in common: Reply.io searches for a part.
    public string SearchTerm => IsEmail ? Text : Part(Text);

    public static ContactLookup By(string? email, string? linkedInUrl) =>
        !string.IsNullOrWhiteSpace(email) ? new(true, email.Trim())
        : !string.IsNullOrWhiteSpace(linkedInUrl) ? new(false, linkedInUrl.Trim())
        : throw new ArgumentException("A look-up needs an email address or a LinkedIn URL", nameof(email));

    public bool Matches(Contact contact) => IsEmail ? IsSameEmail(Text, contact.Email) : IsSameProfile(Text, contact.LinkedInUrl);

    public static bool IsSameEmail(string one, string? other) =>
        one.Trim().Equals(other?.Trim(), StringComparison.OrdinalIgnoreCase);

    public static bool IsSameProfile(string one, string? other) => other is not null
        && (LinkedInHandle.Find(one), LinkedInHandle.Find(other)) switch
        {
            ({ } handle, { } theirs) => handle == theirs,
            (null, null) => Core(one).Equals(Core(other), StringComparison.OrdinalIgnoreCase),
            _ => false,
        };

    private static string Part(string url)
    {
        var core = Core(url);
        core = core[Math.Max(0, core.IndexOf(Host, StringComparison.OrdinalIgnoreCase))..];
        var handle = core.IndexOf(BeforeHandle, StringComparison.OrdinalIgnoreCase);
        if (handle < 0)
            return Uri.UnescapeDataString(core);
        var end = core.IndexOf('/', handle + BeforeHandle.Length);
        return Uri.UnescapeDataString(end < 0 ? core : core[..end]);
    }

    private static string Core(string url)
    {
        var text = url.Trim().AsSpan();
        if (text.IndexOf("://") is >= 0 and var scheme)
            text = text[(scheme + 3)..];
        if (text.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            text = text[4..];
        if (text.IndexOfAny('?', '#') is >= 0 and var end)
            text = text[..end];
        return text.TrimEnd('/').ToString();
    }
}
