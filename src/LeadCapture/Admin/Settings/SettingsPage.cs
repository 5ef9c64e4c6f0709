using LeadCapture.Deliveries;

namespace LeadCapture.Admin.Settings;

public sealed record SettingsPage(KeyState Key, Gate Gate);

/// What may be shown of the API key: its last four characters.
public sealed record KeyState(string? Ending, KeySource Source, Uri? Sandbox)
{
    private const int Shown = 4;

    /// Of a short key not even that.
    public static string? EndingOf(string? key) => key is null ? null : key.Length < Shown * 3 ? "" : key[^Shown..];
}
