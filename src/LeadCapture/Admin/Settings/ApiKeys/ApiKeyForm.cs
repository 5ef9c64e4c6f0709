using System.Globalization;
using FluentValidation;
using LeadCapture.Submissions.ApiKeys;
using static LeadCapture.Admin.Settings.SettingsText;

namespace LeadCapture.Admin.Settings.ApiKeys;

/// An API key to be made.
public sealed class ApiKeyForm
{
    public const string AllForms = "all";
    public const string SomeForms = "some";

    public string Name { get; init; } = "";
    public string Scope { get; init; } = AllForms;

    /// Ids of forms; only where some are chosen.
    public int[] Forms { get; init; } = [];

    public string PerMinute { get; init; } = ApiKey.DefaultPerMinute.ToString(InvariantCulture);

    /// In days; "": never.
    public string Expires { get; init; } = "";

    public static IReadOnlyList<(string Value, string Label)> Lifetimes =>
    [
        ("", T["Never"]), ("30", T["In 30 days"]), ("90", T["In 90 days"]), ("365", T["In 1 year"]),
    ];

    /// Once the rules have passed.
    public ApiKey ToKey(string token, string by, DateTime now) => new()
    {
        Name = Name,
        Prefix = ApiKey.PrefixOf(token),
        Hash = ApiKey.HashOf(token),
        Forms = Scope == AllForms ? "" : string.Join(',', Forms.Distinct().Order()),
        PerMinute = int.Parse(PerMinute, InvariantCulture),
        CreatedAt = now,
        CreatedBy = by,
        ExpiresAt = Expires == "" ? null : now.AddDays(int.Parse(Expires, InvariantCulture)),
    };

    public sealed class Rules : AbstractValidator<ApiKeyForm>
    {
        private const int LongestName = 100;

        public Rules()
        {
            RuleFor(form => form.Name).Must(name => name.Length is > 0 and <= LongestName)
                .WithMessage(_ => T["Enter a name of up to {0} characters, such as the server that gets the key", LongestName]);
            RuleFor(form => form.Scope).Must(scope => scope is AllForms or SomeForms).WithMessage(_ => T["Choose which forms it may use"]);
            RuleFor(form => form.Forms).Must((form, forms) => form.Scope != SomeForms || forms.Length > 0)
                .WithMessage(_ => T["Choose at least one form"]);
            RuleFor(form => form.PerMinute)
                .Must(text => int.TryParse(text, NumberStyles.None, InvariantCulture, out var number) && number is > 0 and <= ApiKey.MostPerMinute)
                .WithMessage(_ => T["Enter a number from 1 to {0:N0}", ApiKey.MostPerMinute]);
            RuleFor(form => form.Expires).Must(days => Lifetimes.Any(lifetime => lifetime.Value == days))
                .WithMessage(_ => T["Choose when it expires"]);
        }
    }
}
