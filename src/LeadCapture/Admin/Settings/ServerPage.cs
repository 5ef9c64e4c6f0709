using System.Collections.Frozen;
using LeadCapture.Deliveries;
using LeadCapture.Localization;
using LeadCapture.Settings;
using static LeadCapture.Admin.Settings.SettingsText;

namespace LeadCapture.Admin.Settings;

/// What the server configuration decides, in groups of what belongs together.
public sealed record ServerPage(IReadOnlyList<ServerGroup> Groups)
{
    private static readonly string General = Texts.Key("General");

    private static readonly FrozenDictionary<string, string> Titles = new Dictionary<string, string>
    {
        ["Database"] = Texts.Key("Database"),
        ["ConnectionStrings"] = Texts.Key("Database"),
        ["Reply"] = Texts.Key("Reply.io"),
        ["Admin"] = Texts.Key("First owner"),
        ["OpenId"] = Texts.Key("Single sign-on"),
        ["Metrics"] = Texts.Key("Metrics"),
        ["DataProtection"] = Texts.Key("Encryption of secrets"),
        ["Secrets"] = Texts.Key("Encryption of secrets"),
    }.ToFrozenDictionary();

    public static ServerPage Of(ServerConfiguration configuration, StoredAccount? stored, Gate gate) => new(
    [
        .. from setting in configuration.Settings
           group new ServerRow(setting, OverriddenIn(setting.Key, stored, gate)) by Titles.GetValueOrDefault(setting.Key.Split(':')[0], General)
           into rows
           orderby rows.Key != General, rows.Key != "Reply.io"
           select new ServerGroup(rows.Key, [.. rows]),
    ]);

    /// The section whose saved value wins.
    private static SettingsSection? OverriddenIn(string key, StoredAccount? stored, Gate gate) => key switch
    {
        "Reply:ApiKey" when stored is not null => Section(SettingsRoutes.Settings),
        "Reply:BaseUrl" when stored?.BaseUrl is not null => Section(SettingsRoutes.Settings),
        "Reply:ApiVersion" when stored?.Version is not null => Section(SettingsRoutes.Settings),
        "Reply:Authorization" when stored is { Authorization: not null } or { Version: not null } => Section(SettingsRoutes.Settings),
        "Reply:RequestsPerMinute" when gate.RequestsPerMinute is not null => Section(SettingsRoutes.Limits),
        "Reply:RequestsPerHour" when gate.RequestsPerHour is not null => Section(SettingsRoutes.Limits),
        _ => null,
    };

    private static SettingsSection Section(string route) => SettingsSections.Items.Single(section => section.Route == route);
}

/// Title: one of the texts of SettingsText.
public sealed record ServerGroup(string Title, IReadOnlyList<ServerRow> Rows);

/// OverriddenIn: where a value is saved that wins; null where this one is in force.
public sealed record ServerRow(ServerSetting Setting, SettingsSection? OverriddenIn)
{
    public string Value => Setting switch
    {
        { IsSecret: true, IsSet: true } => T["Set, not shown"],
        { Value: { } value } => value,
        _ => T["Not set"],
    };

    public string Source => Setting.Source switch
    {
        SettingSource.Default => T["Default"],
        SettingSource.File => T["appsettings.json"],
        SettingSource.Environment => T["Environment variable {0}", Setting.Key.Replace(":", "__", StringComparison.Ordinal)],
        SettingSource.CommandLine => T["Command line"],
        _ => T["Server configuration"],
    };
}
