using LeadCapture.Deliveries;

namespace LeadCapture.Admin;

/// Our words for how fast leads may go.
public static class CallLimits
{
    public static string Words(this BudgetLimits limits) => limits switch
    {
        { PerMinute: > 0, PerHour: > 0 } =>
            $"{((long)limits.PerMinute).Number()} per minute, {((long)limits.PerHour).Number()} per hour",
        { PerMinute: > 0 } => $"{((long)limits.PerMinute).Number()} per minute, no limit per hour",
        { PerHour: > 0 } => $"no limit per minute, {((long)limits.PerHour).Number()} per hour",
        _ => "no limit",
    };
}
