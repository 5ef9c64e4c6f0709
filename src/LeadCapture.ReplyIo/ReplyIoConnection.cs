namespace LeadCapture.ReplyIo;

/// <summary>Where Reply.io is and who asks. Given with each call, so that it may change while the program runs.</summary>
public sealed record ReplyIoConnection
{
    /// <summary>A connection; surrounding blanks of the key are dropped.</summary>
    /// <param name="baseUrl">Absolute http(s) address without the version: <c>https://api.reply.io</c>. A path is kept.</param>
    /// <param name="version">Version of the API to speak.</param>
    /// <param name="authorization">How the key is sent.</param>
    /// <param name="apiKey">The key; one key works for every version.</param>
    /// <exception cref="ArgumentException">The address is not absolute, or the key cannot stand in an HTTP header.</exception>
    public ReplyIoConnection(Uri baseUrl, ApiVersion version, AuthorizationScheme authorization, string apiKey)
    {
        ArgumentNullException.ThrowIfNull(baseUrl);
        ArgumentNullException.ThrowIfNull(apiKey);
        if (!baseUrl.IsAbsoluteUri || baseUrl.Scheme is not ("http" or "https"))
            throw new ArgumentException("The address of Reply.io must start with http:// or https://", nameof(baseUrl));
        if (apiKey.Trim().AsSpan().ContainsAnyExceptInRange(' ', '~'))
            throw new ArgumentException("The API key has a character that no Reply.io key has", nameof(apiKey));

        (BaseUrl, Version, Authorization, ApiKey) = (baseUrl, version, authorization, apiKey.Trim());
        Root = baseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/');
    }

    /// <summary>Address of Reply.io, without the version.</summary>
    public Uri BaseUrl { get; }

    /// <summary>Version of the API to speak.</summary>
    public ApiVersion Version { get; }

    /// <summary>How the key is sent.</summary>
    public AuthorizationScheme Authorization { get; }

    /// <summary>The secret. Never part of <see cref="ToString"/>, of an <see cref="ReplyIoResult"/> or of an exception.</summary>
    public string ApiKey { get; }

    internal string Root { get; }

    /// <summary>Address and version; never the key.</summary>
    public override string ToString() => $"{Root} {Version} {Authorization}";
}
