using LeadCapture.ReplyIo;

namespace LeadCapture.Settings;

public sealed record ReplyOptions
{
    public required Uri BaseUrl { get; init; }
    public required ApiVersion ApiVersion { get; init; }
    public required AuthorizationScheme Authorization { get; init; }
    public required string? ApiKey { get; init; }
    public required bool UseSandbox { get; init; }

    /// The sandbox of Development: a stored key ends it.
    public bool SandboxGivesWay { get; init; }

    /// Our share of Reply.io's rate limit; 0 = no limit.
    public required int RequestsPerMinute { get; init; }
    public required int RequestsPerHour { get; init; }

    public required TimeSpan AttemptTimeout { get; init; }

    /// How long a visitor waits for the contact before the page says that it is on its way.
    public required TimeSpan InlineWait { get; init; }
    public required int MaxConcurrentCalls { get; init; }
    public required TimeSpan RetryBaseDelay { get; init; }

    /// After a lost answer: how long until the first look-up, and from one that found nothing to the one that decides.
    public required TimeSpan UnconfirmedWait { get; init; }

    public static ReplyOptions Read(SettingReader settings, bool development)
    {
        var version = settings.Choice("Reply:ApiVersion", ApiVersion.V4);
        var key = settings.Secret("Reply:ApiKey");
        var sandbox = settings.Switch("Reply:UseSandbox");
        var options = new ReplyOptions
        {
            BaseUrl = settings.Address("Reply:BaseUrl", new Uri("https://api.reply.io")),
            ApiVersion = version,
            Authorization = ReadAuthorization(settings, version),
            ApiKey = key,
            UseSandbox = sandbox ?? (development && key is null),
            SandboxGivesWay = sandbox is null,
            RequestsPerMinute = settings.Whole("Reply:RequestsPerMinute", 100),
            RequestsPerHour = settings.Whole("Reply:RequestsPerHour", 3000),
            AttemptTimeout = settings.Time("Reply:AttemptTimeout", TimeSpan.FromSeconds(15), TimeSpan.FromMilliseconds(1)),
            InlineWait = settings.Time("Reply:InlineWait", TimeSpan.FromSeconds(3), TimeSpan.Zero),
            MaxConcurrentCalls = settings.Whole("Reply:MaxConcurrentCalls", 4, least: 1),
            RetryBaseDelay = settings.Time("Reply:RetryBaseDelay", TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(1)),
            UnconfirmedWait = settings.Time("Reply:UnconfirmedWait", TimeSpan.FromMinutes(1), TimeSpan.FromMilliseconds(1)),
        };
        settings.Means("Reply:UseSandbox", options.UseSandbox);
        settings.Means("Reply:Authorization", options.Authorization == AuthorizationScheme.Bearer ? "Bearer" : "X-API-Key");
        if (key is not null && key.AsSpan().ContainsAnyExceptInRange('!', '~'))
            settings.Wrong("Reply:ApiKey", "the key as Reply.io shows it, without spaces or special characters");
        return options;
    }

    public static AuthorizationScheme UsualAuthorization(ApiVersion version) =>
        version == ApiVersion.V3 ? AuthorizationScheme.Bearer : AuthorizationScheme.XApiKey;

    private static AuthorizationScheme ReadAuthorization(SettingReader settings, ApiVersion version)
    {
        var fallback = UsualAuthorization(version);
        switch (settings.Text("Reply:Authorization")?.ToUpperInvariant())
        {
            case null:
                return fallback;
            case "X-API-KEY" or "XAPIKEY":
                return AuthorizationScheme.XApiKey;
            case "BEARER":
                return AuthorizationScheme.Bearer;
            default:
                settings.Wrong("Reply:Authorization", "X-API-Key or Bearer");
                return fallback;
        }
    }
}
