using System.Text.RegularExpressions;
using FluentValidation;
using LeadCapture.Forms.Fields;
using LeadCapture.Forms.Themes;

namespace LeadCapture.Forms;

/// What is wrong with a form that somebody made, in sentences for its maker.
public sealed partial class FormDefinitionRules : AbstractValidator<FormDefinition>
{
    private const int MostFields = 200;
    private const int LongestSlug = 80;
    private const int LongestText = 2000;
    private static readonly string NoSlug = $"Use up to {LongestSlug} lowercase letters, digits, and hyphens between them";
    private static readonly FormDefinitionRules Rules = new();

    private FormDefinitionRules()
    {
        RuleFor(form => form.Slug).Must(slug => slug is null || IsSlug(slug)).WithMessage(NoSlug);
        RuleFor(form => form.Title).NotEmpty().WithMessage("Enter a title").MaximumLength(LongestText)
            .WithMessage($"Use up to {LongestText} characters");
        RuleForEach(form => form.Sites).Must(IsSite)
            .WithMessage("Enter a site like https://www.example.com, without a path");
        RuleForEach(form => form.Steps).ChildRules(step => step.RuleForEach(one => one.Sections).ChildRules(section =>
            section.RuleForEach(one => one.Fields).SetValidator(new FieldDefinitionRules())));
        RuleFor(form => form.Theme!).SetValidator(new ThemeRules()).When(form => form.Theme is not null);
        RuleFor(form => form).Custom((form, context) =>
        {
            if (form.Fields.Count > MostFields)
                context.AddFailure("steps", $"A form can have up to {MostFields} fields. This one has {form.Fields.Count}");
            if (!form.Fields.Any(field => field.Property is "email" or "linkedInUrl"))
                context.AddFailure("steps", "Add a field for the email address or the LinkedIn profile: Reply.io needs one of them");
            foreach (var twice in form.Fields.Where(field => field.Property is not null || field.Key is not null)
                .GroupBy(field => (field.Property, field.Key?.ToUpperInvariant())).Where(same => same.Count() > 1))
                context.AddFailure("steps", $"There are {twice.Count()} fields for “{twice.First().Id}”. Keep one of them");
            foreach (var (place, problem) in ConditionRules.ProblemsOf(form))
                context.AddFailure(place, problem);
            foreach (var twice in form.SentKeys.GroupBy(sent => sent.Key, StringComparer.OrdinalIgnoreCase)
                .Where(same => same.Count() > 1 && same.Any(sent => sent.Field.IsRemapped)))
                context.AddFailure("steps", $"There are {twice.Count()} fields that send “{twice.Key}”. Keep one of them");
        });
    }

    /// Place and sentence of all that is wrong.
    public static IReadOnlyList<(string Place, string Problem)> ProblemsOf(FormDefinition form) =>
    [
        .. Rules.Validate(form).Errors.Select(error =>
            (Capital().Replace(error.PropertyName, first => first.Value.ToLowerInvariant()), error.ErrorMessage)),
    ];

    /// Null: nothing is wrong with it.
    public static string? ProblemOfSlug(string slug) => IsSlug(slug) ? null : NoSlug;

    private static bool IsSlug(string slug) => slug.Length <= LongestSlug && Slug().IsMatch(slug);

    /// A port may be too high for an address.
    private static bool IsSite(string site) =>
        Site().IsMatch(site) && Uri.TryCreate(site.Replace("*.", "", StringComparison.Ordinal), UriKind.Absolute, out _);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Slug();

    [GeneratedRegex(@"^https?://(\*\.)?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(:[0-9]{1,5})?\z")]
    private static partial Regex Site();

    [GeneratedRegex(@"(?<=^|\.)[A-Z]")]
    private static partial Regex Capital();
}
