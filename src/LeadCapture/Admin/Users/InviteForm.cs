using FluentValidation;
using LeadCapture.Settings;
using static LeadCapture.Admin.Users.UserText;

namespace LeadCapture.Admin.Users;

public sealed class InviteForm
{
    public string Name { get; init; } = "";
    public string Email { get; init; } = "";
    public Role? Role { get; init; }

    public sealed class Rules : AbstractValidator<InviteForm>
    {
        public Rules()
        {
            RuleLevelCascadeMode = CascadeMode.Stop;
            RuleFor(form => form.Name).Name();
            RuleFor(form => form.Email).Email();
            RuleFor(form => form.Role).NotNull().WithMessage(_ => T["Choose a role"]).IsInEnum().WithMessage(_ => T["Choose a role"]);
        }
    }
}
