using LeadCapture.Admin.Users;
using LeadCapture.Alerts;
using LeadCapture.Deliveries;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace LeadCapture.Admin;

/// Our words for what pages show.
public static class Shown
{
    public static Pill Pill(this DeliveryState state) => state switch
    {
        DeliveryState.Waiting => new("Waiting", "clock", "accent"),
        DeliveryState.Unconfirmed => new("Unconfirmed", "question", "warn"),
        DeliveryState.Delivered => new("Delivered", "done", "good"),
        DeliveryState.NeedsAttention => new("Needs attention", "error", "bad"),
        DeliveryState.Quarantined => new("Quarantined", "shield"),
        _ => new("Discarded", "remove"),
    };

    public static Pill Pill(this UserState state) => state switch
    {
        UserState.Active => new("Active", "done", "good"),
        UserState.Invited => new("Invited", "clock", "accent"),
        UserState.Blocked => new("Blocked", "error", "warn"),
        _ => new("Disabled", "remove"),
    };

    public static string Words(this AlertKind kind) => kind switch
    {
        AlertKind.NeedsAttention => "Leads need attention",
        AlertKind.KeyRefused => "API key rejected",
        AlertKind.ChannelFault => "Reply.io not at its address",
        _ => "Leads wait too long",
    };

    public static string Ago(this DateTime time, DateTime now) => (now - time) switch
    {
        { TotalSeconds: < 0 } => "in " + Span(time - now),
        { TotalSeconds: < 60 } => "just now",
        { TotalDays: < 30 } past => Span(past) + " ago",
        _ => time.ToString("d MMM yyyy", InvariantCulture),
    };

    public static string Exact(this DateTime time) => time.ToString("d MMM yyyy, HH:mm:ss 'UTC'", InvariantCulture);

    public static string Number(this long number) => number.ToString("N0", InvariantCulture);

    /// How long something took or takes, as exact as it matters.
    public static string Took(this TimeSpan span) => span switch
    {
        { TotalSeconds: < 10 } => span.TotalSeconds.ToString("0.0", InvariantCulture) + " s",
        { TotalMinutes: < 1 } => span.TotalSeconds.ToString("0", InvariantCulture) + " s",
        _ => Span(span),
    };

    /// Errors for the summary; the id of an input is its name.
    public static IReadOnlyList<(string InputId, string Message)> Problems(this ModelStateDictionary state) =>
    [
        .. state.Where(entry => entry.Value is { Errors.Count: > 0 })
            .Select(entry => (IdOf(entry.Key), entry.Value!.Errors[0].ErrorMessage)),
    ];

    private static string IdOf(string name) => name == "" ? "" : char.ToLowerInvariant(name[0]) + name[1..];

    private static string Span(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => "under a minute",
        { TotalHours: < 1 } => Count((int)span.TotalMinutes, "1 minute", "minutes"),
        { TotalDays: < 1 } => Count((int)span.TotalHours, "1 hour", "hours"),
        _ => Count((int)span.TotalDays, "1 day", "days"),
    };

    private static string Count(int number, string one, string many) =>
        number == 1 ? one : $"{number.ToString(InvariantCulture)} {many}";
}
