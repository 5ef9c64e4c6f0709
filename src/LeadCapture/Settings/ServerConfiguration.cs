namespace LeadCapture.Settings;

/// What the server configuration decides, for people to read.
public sealed record ServerConfiguration(IReadOnlyList<ServerSetting> Settings);

/// Value: what is in force; null where nothing is, and always of a secret.
public sealed record ServerSetting(string Key, string? Value, SettingSource Source)
{
    public bool IsSecret { get; init; }

    public bool IsSet => Source != SettingSource.Default;
}

/// Where a setting stands.
public enum SettingSource { Default, File, Environment, CommandLine, Elsewhere }
