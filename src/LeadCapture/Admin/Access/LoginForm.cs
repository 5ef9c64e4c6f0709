using FluentValidation;
using static LeadCapture.Admin.Access.AccessText;

namespace LeadCapture.Admin.Access;

public sealed class LoginForm
{
    public string Email { get; init; } = "";
    public string Password { get; init; } = "";

    /// Where a second factor is on. May come with the password; else a page of its own asks for it.
    public string Code { get; init; } = "";

    public string To { get; init; } = "";

    public sealed class Rules : AbstractValidator<LoginForm>
    {
        public Rules()
        {
            RuleFor(form => form.Email).NotEmpty().WithMessage(_ => T["Enter your email address"]);
            RuleFor(form => form.Password).NotEmpty().WithMessage(_ => T["Enter your password"]);
        }
    }
}
