using System.Collections.Frozen;

namespace LeadCapture.Settings;

/// Sign-in by a provider of OpenID Connect. Off where nothing is set.
public sealed record OpenIdOptions
{
    private const string Together =
        "a value, because single sign-on needs OpenId:Authority, OpenId:ClientId, and OpenId:ClientSecret";

    private const string Authorities =
        "the provider's URL, starting with https:// (http:// only for this machine)";

    public required Uri? Authority { get; init; }
    public required string? ClientId { get; init; }
    public required string? ClientSecret { get; init; }

    /// How people call the provider.
    public required string Name { get; init; }

    public required string GroupsClaim { get; init; }

    /// Groups of the provider, as it writes them, and what each of them may do here.
    public required FrozenDictionary<string, Role> Roles { get; init; }

    public bool IsOn => Authority is not null;

    public static OpenIdOptions Read(SettingReader settings)
    {
        var authority = settings.Text("OpenId:Authority");
        var options = new OpenIdOptions
        {
            Authority = authority is null ? null : AddressOf(authority),
            ClientId = settings.Text("OpenId:ClientId"),
            ClientSecret = settings.Secret("OpenId:ClientSecret"),
            Name = settings.Text("OpenId:Name", "single sign-on"),
            GroupsClaim = settings.Text("OpenId:GroupsClaim", "groups"),
            Roles = ReadRoles(settings),
        };
        if (authority is not null && options.Authority is null)
            settings.Wrong("OpenId:Authority", Authorities);
        options.CheckTogether(settings, authority);
        return options;
    }

    /// What a person with these groups may do; null: nothing.
    public Role? RoleOf(IEnumerable<string> groups) =>
        groups.Max(group => Roles.TryGetValue(group, out var role) ? role : (Role?)null);

    private void CheckTogether(SettingReader settings, string? authority)
    {
        if (authority is null && ClientId is null && ClientSecret is null && Roles.Count == 0)
            return;
        foreach (var (key, value) in new[] { ("Authority", authority), ("ClientId", ClientId), ("ClientSecret", ClientSecret) })
            if (value is null)
                settings.Wrong("OpenId:" + key, Together);
        if (Roles.Count == 0)
            settings.Wrong("OpenId:Roles:Owner",
                "at least one group name, here or for Admin, Operator, or Viewer; otherwise single sign-on would admit nobody");
    }

    private static Uri? AddressOf(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address)
        && SecretWay.Fits(address) && address is { Query: "", Fragment: "" } ? address : null;

    /// The lowest role first: a group that has two gets the higher one.
    private static FrozenDictionary<string, Role> ReadRoles(SettingReader settings)
    {
        Dictionary<string, Role> roles = [];
        foreach (var role in Enum.GetValues<Role>())
            foreach (var group in (settings.Text($"OpenId:Roles:{role}") ?? "").Split(',',
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                roles[group] = role;
        return roles.ToFrozenDictionary();
    }
}
