using LeadCapture.Deliveries;
using static LeadCapture.Admin.AdminText;

namespace LeadCapture.Admin;

/// Our words for how fast leads may go.
public static class CallLimits
{
    public static string Words(this BudgetLimits limits) => limits switch
    {
        { PerMinute: > 0, PerHour: > 0 } => T["{0:N0} per minute, {1:N0} per hour", limits.PerMinute, limits.PerHour],
        { PerMinute: > 0 } => T["{0:N0} per minute, no limit per hour", limits.PerMinute],
        { PerHour: > 0 } => T["no limit per minute, {0:N0} per hour", limits.PerHour],
        _ => T["unlimited"],
    };
}
