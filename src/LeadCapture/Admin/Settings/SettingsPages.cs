using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.ReplyIo;
using LeadCapture.Settings;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Admin.Settings.SettingsText;

namespace LeadCapture.Admin.Settings;

/// Gathers what the pages show, with what was typed in the place of what is stored.
public sealed class SettingsPages(LeadDb db, ReplyIoKey key, ReplyOptions options, ServerConfiguration server)
{
    public Task<Gate> Gate() => db.Gates.AsNoTracking().SingleAsync();

    public async Task<ConnectionPage> Connection(KeyForm? typed = null) =>
        new(key.State, typed ?? KeyForm.Of(key.Stored), await Gate());

    public async Task<LimitsPage> Limits(BudgetForm? typed = null)
    {
        var gate = await Gate();
        return new(gate, typed ?? BudgetForm.Of(gate), BudgetLimits.Of(options));
    }

    public async Task<ServerPage> Server() => ServerPage.Of(server, key.Stored, await Gate());
}

public sealed record ConnectionPage(KeyState Key, KeyForm Form, Gate Gate);

/// File: the budget as the settings file has it.
public sealed record LimitsPage(Gate Gate, BudgetForm Form, BudgetLimits File)
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
