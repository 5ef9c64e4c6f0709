namespace LeadCapture.ReplyIo;

internal static class Reasons
{
    private const int Limit = 500;

    /// <summary>The special sentence of a call comes before what Reply.io says.</summary>
    public static string Of(Cause cause, int? status, HttpRequestException? failure, ErrorBody error, Secret secret, string? special) =>
        Cut(secret.Hide(special ?? Said(cause, error) ?? Own(cause, status, failure)), Limit);

    /// <summary>What a gateway says is not Reply.io's word.</summary>
    private static string? Said(Cause cause, ErrorBody error) => cause == Cause.ChannelFault ? null : error.Sentence;

    public static string Cut(string text, int limit)
    {
        if (text.Length <= limit)
            return text;

        // Half of a surrogate pair is no text.
        return text[..(char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit)];
    }

    public static string Own(Cause cause, int? status, HttpRequestException? failure) => cause switch
    {
        Cause.Created => "Reply.io accepted the contact.",
        Cause.Updated => "Reply.io updated the contact.",
        Cause.Found => "Reply.io has the contact.",
        Cause.NotFound => "Reply.io does not have the contact.",
        Cause.LookUpNotOffered => $"Reply.io does not support this lookup (status {status}).",
        Cause.RateLimited => $"Reply.io's rate limit was reached (status {status}).",
        Cause.KeyRefused => $"Reply.io rejected the API key (status {status}).",
        Cause.NotReached => NotReached(failure),
        Cause.NoAnswer when failure?.InnerException is TimeoutException => "Reply.io did not respond in time.",
        Cause.NoAnswer => "The connection to Reply.io was lost before it responded.",
        Cause.ServerError => $"Reply.io had an internal error (status {status}).",
        Cause.NotAContact => $"Reply.io returned an unexpected response (status {status}).",
        Cause.AnotherContact => $"Reply.io returned another person's contact (status {status}).",
        Cause.TooManyPages => "Reply.io found more contacts than LeadCapture looks through.",
        Cause.ChannelFault => ChannelFault(status),
        Cause.NotSent => "Not sent: its turn was over before the connection was ready.",
        _ => $"Reply.io refused the contact (status {status}).",
    };

    public static string ChannelFault(int? status) => status switch
    {
        < 400 => $"Reply.io's address redirects elsewhere (status {status}).",
        407 => $"A proxy requires a sign-in (status {status}).",
        _ => $"Reply.io was not found at its address (status {status}).",
    };

    private static string NotReached(HttpRequestException? failure) => failure?.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "Nothing was sent: Reply.io's host name was not found.",
        HttpRequestError.SecureConnectionError => "Nothing was sent: no secure connection.",
        HttpRequestError.ProxyTunnelError => "Nothing was sent: the proxy refused the connection.",
        _ when failure?.InnerException is HttpRequestException own => $"Nothing was sent: {own.Message}.",
        _ => "Nothing was sent: no connection.",
    };
}
