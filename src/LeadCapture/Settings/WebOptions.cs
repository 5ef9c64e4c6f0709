using System.Net;

namespace LeadCapture.Settings;

/// The web server's own limits, and who it answers.
public sealed record WebOptions
{
    private const int LastPort = 65535;

    /// Per address, public forms; 0 = none.
    public required int PostsPerMinute { get; init; }

    /// Reverse proxies between the visitor and us. Only so many entries of X-Forwarded-For are believed; 0 = none.
    public required int TrustedProxies { get; init; }

    /// Where they stand, with commas between them. What comes from elsewhere is a visitor, whatever it says.
    public required string ProxyNetworks { get; init; }

    public IEnumerable<IPNetwork> KnownNetworks => Networks(ProxyNetworks).OfType<IPNetwork>();

    /// The address that people use, without a slash at its end; null: what the request says.
    public required Uri? PublicUrl { get; init; }

    /// Names of hosts that are answered, with semicolons between them; null: all.
    public required string? AllowedHosts { get; init; }

    /// Below every form that names none of its own; null: none.
    public required Uri? PrivacyNotice { get; init; }

    public required Uri? Imprint { get; init; }

    /// Whoever has it reads the metrics.
    public required string? MetricsKey { get; init; }

    /// Where the metrics are, and nothing that people use; 0: beside the pages.
    public required int MetricsPort { get; init; }

    /// People come by https alone.
    public bool IsHttps => PublicUrl?.Scheme == Uri.UriSchemeHttps;

    /// The path of the public address; "" where it has none.
    public string PathBase => PublicUrl?.AbsolutePath.TrimEnd('/') ?? "";

    public static WebOptions Read(SettingReader settings) => new()
    {
        PostsPerMinute = settings.Whole("RateLimits:PostsPerMinute", 100),
        TrustedProxies = settings.Whole("TrustedProxies", 0),
        ProxyNetworks = ReadNetworks(settings),
        PublicUrl = ReadPublicUrl(settings),
        AllowedHosts = ReadHosts(settings),
        PrivacyNotice = settings.Address("PrivacyNotice"),
        Imprint = settings.Address("Imprint"),
        MetricsKey = ReadKey(settings),
        MetricsPort = ReadPort(settings),
    };

    private static Uri? ReadPublicUrl(SettingReader settings)
    {
        if (settings.Text("PublicUrl") is not { } text)
            return null;
        if (Uri.TryCreate(text.TrimEnd('/'), UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            && address is { UserInfo: "", Query: "", Fragment: "" })
            return address;
        settings.Wrong("PublicUrl", "the address that people use, such as https://leads.example.com");
        return null;
    }

    /// This machine, and addresses that the internet does not route.
    private const string Inside = "127.0.0.0/8, ::1/128, 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 169.254.0.0/16, fc00::/7, fe80::/10";

    private static string ReadNetworks(SettingReader settings)
    {
        var text = settings.Text("ProxyNetworks", Inside);
        if (Networks(text).Contains(null))
            settings.Wrong("ProxyNetworks", "addresses or networks separated by commas, such as 10.0.0.0/8, 203.0.113.7");
        return text;
    }

    /// Null where it is none.
    private static IEnumerable<IPNetwork?> Networks(string text) =>
        text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part =>
            IPNetwork.TryParse(part, out var network) ? network
            : IPAddress.TryParse(part, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
            : (IPNetwork?)null);

    private static string? ReadHosts(SettingReader settings)
    {
        var text = settings.Text("AllowedHosts");
        if (text?.AsSpan().ContainsAny("/ ,") == true)
            settings.Wrong(
                "AllowedHosts", "host names separated by semicolons, such as leads.example.com;*.example.org");
        return text == "*" ? null : text;
    }

    private static string? ReadKey(SettingReader settings)
    {
        var key = settings.Secret("Metrics:Key");
        if (key?.AsSpan().ContainsAnyExceptInRange('!', '~') == true)
            settings.Wrong("Metrics:Key", "a key without spaces or special characters");
        return key;
    }

    private static int ReadPort(SettingReader settings)
    {
        var port = settings.Whole("Metrics:Port", 0);
        if (port > LastPort)
            settings.Wrong("Metrics:Port", "a port up to 65535, or 0 for none of its own");
        return port;
    }
}
