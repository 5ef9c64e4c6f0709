using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.ReplyIo;
using LeadCapture.Settings;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Admin.Settings.SettingsText;

namespace LeadCapture.Admin.Settings;

/// File: the budget as the settings file has it.
public sealed record SettingsPage(KeyState Key, KeyForm KeyForm, Gate Gate, BudgetForm Budget, BudgetLimits File)
{
    /// What holds at this moment, and who says so.
    public string PerMinute => (Gate.RequestsPerMinute, Gate.RequestsPerMinute ?? File.PerMinute) switch
    {
        (null, 0) => T["no limit per minute"],
        (null, var number) => T["{0:N0} per minute", number],
        (_, 0) => T["no limit per minute (set here)"],
        (_, var number) => T["{0:N0} per minute (set here)", number],
    };

    public string PerHour => (Gate.RequestsPerHour, Gate.RequestsPerHour ?? File.PerHour) switch
    {
        (null, 0) => T["no limit per hour"],
        (null, var number) => T["{0:N0} per hour", number],
        (_, 0) => T["no limit per hour (set here)"],
        (_, var number) => T["{0:N0} per hour (set here)", number],
    };
}

/// Gathers the page, with what was typed in the place of what is stored.
public sealed class SettingsPages(LeadDb db, ReplyIoKey key, ReplyOptions options)
{
    public async Task<SettingsPage> Of(KeyForm? typedKey = null, BudgetForm? typedBudget = null)
    {
        var gate = await db.Gates.AsNoTracking().SingleAsync();
        return new(key.State, typedKey ?? KeyForm.Of(key.Stored), gate, typedBudget ?? BudgetForm.Of(gate),
            BudgetLimits.Of(options));
    }
}

/// What may be shown of the API key, its last four characters, and where it goes.
public sealed record KeyState(string? Ending, KeySource Source, Uri? Sandbox)
{
    private const int Shown = 4;

    public required IReadOnlyList<Way> Ways { get; init; }

    /// Of a short key not even that.
    public static string? EndingOf(string? key) => key is null ? null : key.Length < Shown * 3 ? "" : key[^Shown..];
}

/// A part of the way to Reply.io, and who says so.
public sealed record Way(string Label, string Value, string Source)
{
    public static Way Of(string label, string value, string setting, bool stored) =>
        new(label, value, stored ? T["Saved here"] : T["From {0} in the server configuration", setting]);
}

internal static class WayWords
{
    public static string Words(this ApiVersion version) => version == ApiVersion.V4 ? "v4" : "v3";

    public static string Words(this AuthorizationScheme scheme) => scheme == AuthorizationScheme.Bearer ? "Bearer" : "X-API-Key";
}
