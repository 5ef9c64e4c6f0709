using LeadCapture.Settings;

namespace LeadCapture.Deliveries;

/// Our share of Reply.io's rate limit; 0 = no limit.
public readonly record struct BudgetLimits(int PerMinute, int PerHour)
{
    public bool IsLimited => PerMinute > 0 || PerHour > 0;

    /// As the settings file has it.
    public static BudgetLimits Of(ReplyOptions options) => new(options.RequestsPerMinute, options.RequestsPerHour);

    /// What a person set wins over the settings file.
    public static BudgetLimits Of(Gate gate, ReplyOptions options) =>
        new(gate.RequestsPerMinute ?? options.RequestsPerMinute, gate.RequestsPerHour ?? options.RequestsPerHour);
}
