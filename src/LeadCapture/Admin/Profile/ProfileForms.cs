using FluentValidation;
using LeadCapture.Admin.Users;
using static LeadCapture.Admin.Profile.ProfileText;

namespace LeadCapture.Admin.Profile;

public sealed class NameForm
{
    public string Name { get; init; } = "";

    public sealed class Rules : AbstractValidator<NameForm>
    {
        public Rules()
        {
            RuleLevelCascadeMode = CascadeMode.Stop;
            RuleFor(form => form.Name).Name();
        }
    }
}

public sealed class PasswordForm
{
    public string CurrentPassword { get; init; } = "";
    public string NewPassword { get; init; } = "";

    public sealed class Rules : AbstractValidator<PasswordForm>
    {
        public Rules(IHttpContextAccessor request)
        {
            RuleLevelCascadeMode = CascadeMode.Stop;
            RuleFor(form => form.CurrentPassword).NotEmpty().WithMessage(_ => T["Enter your current password"]);
            RuleFor(form => form.NewPassword).NewPassword(_ => KnownOf(CurrentUser.Of(request.HttpContext!)!));
        }

        private static string[] KnownOf(CurrentUser me) => [me.Name, me.Email];
    }
}
