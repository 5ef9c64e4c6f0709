namespace LeadCapture.ReplyIo;

/// <summary>Who a LinkedIn profile is, whatever the spelling of its URL.</summary>
public static class LinkedInHandle
{
    /// <summary>The handle behind <c>/in/</c>, decoded and in lower case; null where there is none.</summary>
    /// <param name="url">URL of a profile.</param>
    public static string? Find(string? url)
    {
        var at = url?.IndexOf("/in/", StringComparison.OrdinalIgnoreCase) ?? -1;
        if (at < 0)
            return null;
        var rest = url![(at + 4)..];
        var end = rest.IndexOfAny(['/', '?', '#']);
        var handle = Uri.UnescapeDataString(end < 0 ? rest : rest[..end]).Trim().ToLowerInvariant();
        return handle.Length == 0 ? null : handle;
    }
}
