using System.Text.RegularExpressions;
using FluentValidation;

namespace LeadCapture.Forms.Themes;

/// What is wrong with a look: colors that are none, and colors that nobody can read.
public sealed partial class ThemeRules : AbstractValidator<Theme>
{
    public const int LongestLogoAlt = 200;
    private const string NoColor = "Use a color like #2952cc";
    private const string NoPicture = "Use the hash of a picture that was uploaded: 64 digits and letters from a to f";

    public ThemeRules()
    {
        RuleFor(theme => theme.Accent).Must(IsColor).WithMessage(NoColor);
        RuleFor(theme => theme.Background).Must(IsColor).WithMessage(NoColor);
        RuleFor(theme => theme.Text).Must(IsColor).WithMessage(NoColor);
        RuleFor(theme => theme.Logo).Must(IsHash).WithMessage(NoPicture);
        RuleFor(theme => theme.Cover).Must(IsHash).WithMessage(NoPicture);
        RuleFor(theme => theme.LogoAlt).MaximumLength(LongestLogoAlt).WithMessage($"Use up to {LongestLogoAlt} characters");
        RuleFor(theme => theme).Custom((theme, context) =>
        {
            if (IsColor(theme.Accent) && IsColor(theme.Background) && IsColor(theme.Text))
                foreach (var problem in ContrastGuard.ProblemsOf(theme))
                    context.AddFailure(problem.Name, Sentence(problem));
        });
    }

    public static string Sentence(Contrast problem) => FormattableString.Invariant(
        $"The contrast is {problem.Shown:0.0}:1. Texts can be read from 4.5:1. ") + (problem.Instead is { } color
            ? $"Use {color} instead"
            : "No lighter or darker shade of this color passes: change another color of the look");

    private static bool IsColor(string? text) => text is null || Color.Find(text) is not null;

    private static bool IsHash(string? text) => text is null || Hash().IsMatch(text);

    [GeneratedRegex(@"^[0-9a-f]{64}\z")]
    private static partial Regex Hash();
}
