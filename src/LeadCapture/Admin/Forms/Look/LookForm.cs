using FluentValidation;
using LeadCapture.Forms;
using LeadCapture.Forms.Themes;
using static LeadCapture.Admin.Forms.Look.LookText;

namespace LeadCapture.Admin.Forms.Look;

/// What is typed on the page about a form's look.
public sealed class LookForm
{
    /// "": it derives from the rest.
    public string Accent { get; init; } = "";
    public string Background { get; init; } = "";
    public string Text { get; init; } = "";
    public string Radius { get; init; } = nameof(LeadCapture.Forms.Radius.Medium);
    public string Width { get; init; } = nameof(FormWidth.Medium);
    public string Font { get; init; } = nameof(LeadCapture.Forms.Font.System);
    public string SubmitLabel { get; init; } = "";
    public string LogoAlt { get; init; } = "";
    public bool RemoveLogo { get; init; }
    public bool RemoveCover { get; init; }

    /// The state of the draft that the page showed.
    public int Seen { get; init; }

    /// A color that was offered, in the place of one that was typed: accent=#rrggbb.
    public string Use { get; init; } = "";

    public static LookForm Of(FormDefinition form, Theme theme, int seen) => new()
    {
        Accent = theme.Accent ?? "",
        Background = theme.Background ?? "",
        Text = theme.Text ?? "",
        Radius = theme.Radius.ToString(),
        Width = theme.Width.ToString(),
        Font = theme.Font.ToString(),
        SubmitLabel = form.SubmitLabel,
        LogoAlt = theme.LogoAlt ?? "",
        Seen = seen,
    };

    /// Colors that are none, and choices that there are not, are left as they were.
    public Theme Fill(Theme before) => before with
    {
        Accent = Chosen("accent", Accent),
        Background = Chosen("background", Background),
        Text = Chosen("text", Text),
        Radius = Enum.TryParse<Radius>(Radius, out var radius) ? radius : before.Radius,
        Width = Enum.TryParse<FormWidth>(Width, out var width) ? width : before.Width,
        Font = Enum.TryParse<Font>(Font, out var font) ? font : before.Font,
        Logo = RemoveLogo ? null : before.Logo,
        Cover = RemoveCover ? null : before.Cover,
        LogoAlt = LogoAlt == "" ? null : LogoAlt,
    };

    private string? Chosen(string name, string typed) =>
        Use.StartsWith(name + "=", StringComparison.Ordinal) && Color.Find(Use[(name.Length + 1)..]) is { } offered
            ? offered.ToString()
            : Read(typed)?.ToString();

    /// As people write colors: also without the number sign, and with one digit for two.
    private static Color? Read(string typed)
    {
        var digits = typed.TrimStart('#');
        return Color.Find("#" + (digits.Length == 3 ? string.Concat(digits.Select(digit => new string(digit, 2))) : digits));
    }

    public sealed class Rules : AbstractValidator<LookForm>
    {
        private const int LongestLabel = 100;

        public Rules()
        {
            RuleFor(form => form.Accent).Must(IsColor).WithMessage(_ => T["Enter a color like #2952cc"]);
            RuleFor(form => form.Background).Must(IsColor).WithMessage(_ => T["Enter a color like #2952cc"]);
            RuleFor(form => form.Text).Must(IsColor).WithMessage(_ => T["Enter a color like #2952cc"]);
            RuleFor(form => form.Radius).IsEnumName(typeof(Radius)).WithMessage(_ => T["Choose the corners"]);
            RuleFor(form => form.Width).IsEnumName(typeof(FormWidth)).WithMessage(_ => T["Choose a width"]);
            RuleFor(form => form.Font).IsEnumName(typeof(Font)).WithMessage(_ => T["Choose a font"]);
            RuleFor(form => form.SubmitLabel).NotEmpty().WithMessage(_ => T["Enter a button text"])
                .MaximumLength(LongestLabel).WithMessage(_ => T["Enter up to {0} characters", LongestLabel]);
            RuleFor(form => form.LogoAlt).MaximumLength(ThemeRules.LongestLogoAlt)
                .WithMessage(_ => T["Enter up to {0} characters", ThemeRules.LongestLogoAlt]);
        }

        private static bool IsColor(string typed) => typed == "" || Read(typed) is not null;
    }
}
