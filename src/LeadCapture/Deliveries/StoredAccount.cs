using LeadCapture.ReplyIo;

namespace LeadCapture.Deliveries;

/// The key with where it goes; null: where the settings file says. One secret: whoever could write to the database alone could
/// not have the key sent elsewhere.
public sealed record StoredAccount(string Key, Uri? BaseUrl, ApiVersion? Version, AuthorizationScheme? Authorization)
{
    public static StoredAccount Parse(string secret)
    {
        var lines = secret.Split('\n');
        string? Line(int number) => lines.ElementAtOrDefault(number) is { Length: > 0 } text ? text : null;
        return new(
            lines[0],
            Line(1) is { } address ? new(address) : null,
            Line(2) is { } version ? Enum.Parse<ApiVersion>(version) : null,
            Line(3) is { } scheme ? Enum.Parse<AuthorizationScheme>(scheme) : null);
    }

    public string ToSecret() => string.Join('\n', Key, BaseUrl, Version, Authorization);

    /// Where it goes; never the key.
    public override string ToString() => $"{BaseUrl} {Version} {Authorization}";
}
