namespace LeadCapture.ReplyIo;

internal static class Reasons
{
    private const int Limit = 500;

    public static string Of(Cause cause, int? status, HttpRequestException? failure, ErrorBody error, Secret secret) =>
        Cut(secret.Hide(error.Sentence ?? Own(cause, status, failure)), Limit);

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
        Cause.Found => "Reply.io has the contact.",
        Cause.NotFound => "Reply.io does not have the contact.",
        Cause.LookUpNotOffered => $"Reply.io offers no look-up here (status {status}).",
        Cause.RateLimited => $"Reply.io asks to wait before the next call (status {status}).",
        Cause.KeyRefused => $"Reply.io refused the API key (status {status}).",
        Cause.NotReached => $"Reply.io could not be reached, nothing was sent: {Why(failure)}.",
        Cause.NoAnswer when failure?.InnerException is TimeoutException => "Reply.io did not answer in time.",
        Cause.NoAnswer => "The connection to Reply.io was cut before it answered.",
        Cause.ServerError => $"Reply.io had a fault of its own (status {status}).",
        Cause.NotAContact => $"Reply.io answered with status {status}, but not with what was asked for.",
        Cause.AnotherContact => $"Reply.io answered with another person's contact (status {status}).",
        Cause.TooManyPages => "Reply.io found more contacts than are looked through.",
        Cause.NotSent => "It was not sent: its turn was over before the connection stood.",
        _ => $"Reply.io refused the contact (status {status}).",
    };

    private static string Why(HttpRequestException? failure) => failure?.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "its name was not found",
        HttpRequestError.SecureConnectionError => "no secure connection",
        HttpRequestError.ProxyTunnelError => "the proxy gave no way through",
        _ when failure?.InnerException is HttpRequestException own => own.Message,
        _ => "no connection",
    };
}
