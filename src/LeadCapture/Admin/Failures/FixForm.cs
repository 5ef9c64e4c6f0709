using FluentValidation;
using LeadCapture.Forms.Fields;
using LeadCapture.Forms;
using static LeadCapture.Admin.Failures.FailureText;

namespace LeadCapture.Admin.Failures;

public enum FixKind { Rename, Default, CountryCode, Trim, Drop }

/// A fix as it is chosen and filled in. Each kind has some of the inputs.
public sealed class FixForm
{
    public FixKind Kind { get; init; }
    public string From { get; init; } = "";
    public string To { get; init; } = "";
    public string Field { get; init; } = "";
    public string Value { get; init; } = "";
    public bool Everywhere { get; init; }
    public string Code { get; init; } = "";

    public Fix ToFix() => Kind switch
    {
        FixKind.Rename => new RenameField(From, To),
        FixKind.Default => new SetDefault(Field, InputNormalizer.Clean(Value), Everywhere),
        FixKind.CountryCode => new AddCountryCode(Field, Number(Code)),
        FixKind.Trim => new Trim(Field),
        _ => new DropField(Field),
    };

    /// To be posted again by the buttons of the preview.
    public IEnumerable<(string Name, string Value)> Inputs =>
    [
        ("kind", Kind.ToString()), ("from", From), ("to", To), ("field", Field), ("value", Value),
        ("everywhere", Everywhere ? "true" : "false"), ("code", Code),
    ];

    private static int Number(string code) => int.TryParse(code.TrimStart('+'), InvariantCulture, out var number) ? number : 0;

    public sealed class Rules : AbstractValidator<FixForm>
    {
        private const int LongestKey = 90;
        private const int LongestValue = 2000;
        private static readonly string[] OneForEach = ["email", "linkedInUrl"];

        public Rules()
        {
            RuleLevelCascadeMode = CascadeMode.Stop;
            RuleFor(form => form.Kind).IsInEnum().WithMessage(_ => T["Choose a type of fix"]);
            When(form => form.Kind == FixKind.Rename, Renames);
            When(form => form.Kind == FixKind.Default, Defaults);
            When(form => form.Kind == FixKind.CountryCode, () => RuleFor(form => form.Code)
                .Must(code => PhoneAdvice.IsCountryCode(Number(code))).WithMessage(_ => T["Enter a country code like +49"]));
            When(form => form.Kind is not (FixKind.Rename or FixKind.Trim), () => RuleFor(form => form.Field)
                .Must(IsField).WithMessage(_ => T["Choose a field"]));
            When(form => form.Kind == FixKind.Trim && form.Field != "", () => RuleFor(form => form.Field)
                .Must(IsField).WithMessage(_ => T["Choose a field, or all fields"]));
        }

        private void Renames()
        {
            RuleFor(form => form.From).NotEmpty().WithMessage(_ => T["Choose the custom field to rename"]);
            RuleFor(form => form.To).NotEmpty().WithMessage(_ => T["Enter the key as it is in Reply.io"])
                .Must(IsKey).WithMessage(_ => T["Enter a key of up to {0} plain characters", LongestKey])
                .NotEqual(form => form.From).WithMessage(_ => T["Enter a key that differs from the current one"]);
        }

        private void Defaults()
        {
            RuleFor(form => form.Field).Must(field => !OneForEach.Contains(field))
                .WithMessage(_ => T["This field must differ for each lead, so it can't be set for many"]);
            RuleFor(form => form.Value).Must(value => InputNormalizer.Clean(value).Length is > 0 and <= LongestValue)
                .WithMessage(_ => T["Enter a value of up to {0:N0} characters", LongestValue])
                .Must(value => InputNormalizer.IsSendable(value, lines: true))
                .WithMessage(_ => T["Leave out characters that can't be sent"]);
        }

        private static bool IsField(string field) =>
            ContactFields.Find(field) is not null || (field.StartsWith('/') && IsKey(field[1..]));

        private static bool IsKey(string key) => key.Length is > 0 and <= LongestKey && InputNormalizer.IsSendable(key, lines: false);
    }
}
