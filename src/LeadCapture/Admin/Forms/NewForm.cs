using FluentValidation;
using static LeadCapture.Admin.Forms.FormsText;

namespace LeadCapture.Admin.Forms;

/// What is typed to make a form.
public sealed class NewForm
{
    public string Template { get; init; } = "blank";
    public string Title { get; init; } = "";

    /// Empty: made of the title.
    public string Slug { get; init; } = "";

    public sealed class Rules : AbstractValidator<NewForm>
    {
        private const int LongestTitle = 200;

        public Rules()
        {
            RuleFor(form => form.Template).Must(name => FormTemplates.Find(name) is not null).WithMessage(_ => T["Choose a template"]);
            RuleFor(form => form.Title).NotEmpty().WithMessage(_ => T["Enter a title"])
                .MaximumLength(LongestTitle).WithMessage(_ => T["Enter a title of up to {0} characters", LongestTitle]);
        }
    }
}
