namespace LeadCapture.Settings;

/// The web server's own limits.
public sealed record WebOptions
{
    /// Per address, public forms; 0 = none.
    public required int PostsPerMinute { get; init; }

    /// Reverse proxies between the visitor and us. Only so many entries of X-Forwarded-For are believed; 0 = none.
    public required int TrustedProxies { get; init; }

    public static WebOptions Read(SettingReader settings) => new()
    {
        PostsPerMinute = settings.Whole("RateLimits:PostsPerMinute", 100),
        TrustedProxies = settings.Whole("TrustedProxies", 0),
    };
}
