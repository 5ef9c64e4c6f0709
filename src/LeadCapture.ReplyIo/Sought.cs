namespace LeadCapture.ReplyIo;

internal sealed record Sought(bool IsEmail, string Text)
{
    // What every spelling of a LinkedIn URL has in common: Reply.io searches for a part.
    public string SearchTerm => IsEmail ? Text : Core(Text);

    public static Sought By(string? email, string? linkedInUrl) =>
        !string.IsNullOrWhiteSpace(email) ? new(true, email.Trim())
        : !string.IsNullOrWhiteSpace(linkedInUrl) ? new(false, linkedInUrl.Trim())
        : throw new ArgumentException("A look-up needs an email address or a LinkedIn URL", nameof(email));

    public bool Matches(Contact contact) => IsEmail
        ? string.Equals(contact.Email?.Trim(), Text, StringComparison.OrdinalIgnoreCase)
        : contact.LinkedInUrl is { } url && string.Equals(Core(url), Core(Text), StringComparison.OrdinalIgnoreCase);

    private static string Core(string url)
    {
        var text = url.Trim().AsSpan();
        if (text.IndexOf("://") is >= 0 and var scheme)
            text = text[(scheme + 3)..];
        if (text.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            text = text[4..];
        if (text.IndexOfAny('?', '#') is >= 0 and var end)
            text = text[..end];
        return Uri.UnescapeDataString(text.TrimEnd('/').ToString());
    }
}
