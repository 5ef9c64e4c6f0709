using System.Linq.Expressions;
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
    private const int MostLeads = 1_000_000;
    private const string NoPage = "Use an address like https://www.example.com/privacy";
    private static readonly string NoSlug = $"Use up to {LongestSlug} lowercase letters, digits, and hyphens between them";
    private static readonly FormDefinitionRules Rules = new();

    private FormDefinitionRules()
    {
        RuleFor(form => form.Slug).Must(slug => slug is null || IsSlug(slug)).WithMessage(NoSlug);
        RuleFor(form => form.Title).NotEmpty().WithMessage("Enter a title").MaximumLength(LongestText)
            .WithMessage($"Use up to {LongestText} characters");
        Texts();
        RuleFor(form => form.Language).Must(tag => tag is null || Languages.All.Contains(tag)).WithMessage("Use a language like de or pt-BR");
        Opening();
        Addresses();
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
            foreach (var (place, problem) in ConditionRules.ProblemsOf(form).Concat(AfterDeliveryRules.ProblemsOf(form)))
                context.AddFailure(place, problem);
            foreach (var twice in form.SentKeys.GroupBy(sent => sent.Key, StringComparer.OrdinalIgnoreCase)
                .Where(same => same.Count() > 1 && same.Any(sent => sent.Field.IsRemapped)))
                context.AddFailure("steps", $"There are {twice.Count()} fields that send “{twice.Key}”. Keep one of them");
        });
    }

    private void Texts()
    {
        foreach (var text in new Expression<Func<FormDefinition, string?>>[]
            { form => form.Intro, form => form.SubmitLabel, form => form.ThanksTitle, form => form.ThanksText, form => form.ClosedText })
            RuleFor(text).MaximumLength(LongestText).WithMessage($"Use up to {LongestText} characters");
    }

    private void Opening()
    {
        RuleFor(form => form.ClosesAt).Must((form, closes) => closes is null || form.OpensAt is null || closes > form.OpensAt)
            .WithMessage("Use a time after the form opens");
        RuleFor(form => form.TimeZone).Must(zone => zone is null || TimeZones.All.Contains(zone) || FormTimes.Zone(zone) is not null)
            .WithMessage("Use a time zone like Europe/Berlin");
        RuleFor(form => form.MaxLeads).InclusiveBetween(1, MostLeads).WithMessage($"Use a number from 1 to {MostLeads}");
    }

    private void Addresses()
    {
        RuleFor(form => form.Redirect).Must((form, address) => address is null || IsPage(address) && SiteList.Holds(form.Sites, address))
            .WithMessage("Use an address on one of the sites where this form may be embedded, like https://www.example.com/thanks");
        RuleFor(form => form.PrivacyNotice).Must(address => address is null || IsPage(address)).WithMessage(NoPage);
        RuleFor(form => form.Imprint).Must(address => address is null || IsPage(address)).WithMessage(NoPage);
    }

    private static bool IsPage(string address) => address.Length <= LongestText && SiteList.AddressOf(address) is not null;

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
