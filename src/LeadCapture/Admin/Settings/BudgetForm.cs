using System.Globalization;
using FluentValidation;
using LeadCapture.Deliveries;
using static LeadCapture.Admin.Settings.SettingsText;

namespace LeadCapture.Admin.Settings;

/// Our share of Reply.io's limits; 0 = no limit, "" = as the settings file says.
public sealed class BudgetForm
{
    public string PerMinute { get; init; } = "";
    public string PerHour { get; init; } = "";

    public static BudgetForm Of(Gate gate) => new()
    {
        PerMinute = gate.RequestsPerMinute?.ToString(InvariantCulture) ?? "",
        PerHour = gate.RequestsPerHour?.ToString(InvariantCulture) ?? "",
    };

    /// Null where the settings file decides, and where it is no number.
    public static int? Read(string text) =>
        int.TryParse(text, NumberStyles.None, InvariantCulture, out var number) ? number : null;

    public sealed class Rules : AbstractValidator<BudgetForm>
    {
        private const int Most = 1_000_000;

        public Rules()
        {
            RuleFor(form => form.PerMinute).Must(Fits)
                .WithMessage(_ => T["Enter the calls per minute as a whole number from 0 to {0:N0}", Most]);
            RuleFor(form => form.PerHour).Must(Fits)
                .WithMessage(_ => T["Enter the calls per hour as a whole number from 0 to {0:N0}", Most]);
        }

        private static bool Fits(string text) => text == "" || Read(text) <= Most;
    }
}
