using FluentValidation;
using static LeadCapture.Admin.Access.AccessText;

namespace LeadCapture.Admin.Access;

/// The second step of a sign-in, on a page of its own.
public sealed class CodeForm
{
    public string Code { get; init; } = "";

    public string To { get; init; } = "";

    public sealed class Rules : AbstractValidator<CodeForm>
    {
        public Rules() => RuleFor(form => form.Code).NotEmpty().WithMessage(_ => T["Enter your code"]);
    }
}
