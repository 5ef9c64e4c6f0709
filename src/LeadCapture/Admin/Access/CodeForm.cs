using FluentValidation;

namespace LeadCapture.Admin.Access;

/// The second step of a sign-in, on a page of its own.
public sealed class CodeForm
{
    public string Code { get; init; } = "";

    /// The page that was asked for.
    public string To { get; init; } = "";

    public sealed class Rules : AbstractValidator<CodeForm>
    {
        public Rules() => RuleFor(form => form.Code).NotEmpty().WithMessage("Enter your code");
    }
}
