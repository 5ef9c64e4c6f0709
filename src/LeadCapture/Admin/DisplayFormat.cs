using LeadCapture.Admin.Users;
using LeadCapture.Alerts;
using LeadCapture.Deliveries;
using LeadCapture.Localization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using static LeadCapture.Admin.AdminText;

namespace LeadCapture.Admin;

/// Our words for what pages show.
public static class DisplayFormat
{
    public static Pill Pill(this DeliveryState state) => state switch
    {
        DeliveryState.Waiting => new(T["Waiting"], "clock", "accent"),
        DeliveryState.Unconfirmed => new(T["Unconfirmed"], "question", "warn"),
        DeliveryState.Delivered => new(T["Delivered"], "done", "good"),
        DeliveryState.NeedsAttention => new(T["Needs attention"], "error", "bad"),
        DeliveryState.Quarantined => new(T["Quarantined"], "shield"),
        _ => new(T["Discarded"], "remove"),
    };

    public static Pill Pill(this UserState state) => state switch
    {
        UserState.Active => new(T["Active"], "done", "good"),
        UserState.Invited => new(T["Invited"], "clock", "accent"),
        UserState.Blocked => new(T["Blocked"], "error", "warn"),
        _ => new(T["Disabled"], "remove"),
    };

    public static string Words(this AlertKind kind) => kind switch
    {
        AlertKind.NeedsAttention => T["Leads need attention"],
        AlertKind.KeyRefused => T["API key rejected"],
        AlertKind.MappingDrift => T["Custom fields missing in Reply.io"],
        AlertKind.ChannelFault => T["Reply.io not at its address"],
        _ => T["Leads wait too long"],
    };

    public static string Ago(this DateTime time, DateTime now) => (now - time) switch
    {
        { TotalSeconds: < 0 } => In(time - now),
        { TotalSeconds: < 60 } => T["just now"],
        { TotalDays: < 30 } past => Ago(past),
        _ => time.ToString("d MMM yyyy", InvariantCulture),
    };

    public static string Exact(this DateTime time) => time.ToString("d MMM yyyy, HH:mm:ss 'UTC'", InvariantCulture);

    public static string Number(this long number) => number.ToString("N0", InvariantCulture);

    /// How long something took or takes, as exact as it matters.
    public static string Took(this TimeSpan span) => span switch
    {
        { TotalSeconds: < 10 } => T["{0:0.0} s", span.TotalSeconds],
        { TotalMinutes: < 1 } => T["{0:0} s", span.TotalSeconds],
        _ => Span(span),
    };

    /// Errors for the summary, in the order of the inputs, as a browser sends them; the id of an input is its name.
    public static IReadOnlyList<(string InputId, string Message)> Problems(this ModelStateDictionary state, HttpRequest request)
    {
        List<string> order = request.HasFormContentType ? ["", .. request.Form.Keys] : [""];
        return
        [
            .. from entry in state
               where entry.Value is { Errors.Count: > 0 }
               let place = order.FindIndex(name => name.Equals(entry.Key, StringComparison.OrdinalIgnoreCase))
               orderby place < 0 ? int.MaxValue : place
               select (IdOf(entry.Key), entry.Value!.Errors[0].ErrorMessage),
        ];
    }

    private static string IdOf(string name) => string.Join('.', name.Split('.').Select(part =>
        part == "" ? "" : char.ToLowerInvariant(part[0]) + part[1..]));

    private static string In(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => T["in under a minute"],
        { TotalHours: < 1 } => T.Count((int)span.TotalMinutes, "in 1 minute", "in {0} minutes"),
        { TotalDays: < 1 } => T.Count((int)span.TotalHours, "in 1 hour", "in {0} hours"),
        _ => T.Count((int)span.TotalDays, "in 1 day", "in {0} days"),
    };

    private static string Ago(TimeSpan span) => span switch
    {
        { TotalHours: < 1 } => T.Count((int)span.TotalMinutes, "1 minute ago", "{0} minutes ago"),
        { TotalDays: < 1 } => T.Count((int)span.TotalHours, "1 hour ago", "{0} hours ago"),
        _ => T.Count((int)span.TotalDays, "1 day ago", "{0} days ago"),
    };

    private static string Span(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => T["under a minute"],
        { TotalHours: < 1 } => T.Count((int)span.TotalMinutes, "1 minute", "{0} minutes"),
        { TotalDays: < 1 } => T.Count((int)span.TotalHours, "1 hour", "{0} hours"),
        _ => T.Count((int)span.TotalDays, "1 day", "{0} days"),
    };
}
