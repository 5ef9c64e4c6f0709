using FluentValidation;
using static LeadCapture.Admin.Users.UserText;

namespace LeadCapture.Admin.Users;

/// What a one-time link asks for. Name and address only of the first owner, who is not known yet.
public sealed class WelcomeForm
{
    public string Name { get; init; } = "";
    public string Email { get; init; } = "";
    public string NewPassword { get; init; } = "";

    public sealed class Rules : AbstractValidator<WelcomeForm>
    {
        public Rules(LinkKind kind, string email)
        {
            ClassLevelCascadeMode = CascadeMode.Continue;
            RuleLevelCascadeMode = CascadeMode.Stop;
            if (kind == LinkKind.SetUp)
            {
                RuleFor(form => form.Name).Name();
                RuleFor(form => form.Email).Email();
            }
            RuleFor(form => form.NewPassword).NewPassword(form => [form.Name, form.Email, email]);
        }
    }
}

public sealed record WelcomePage(LinkKind Kind, WelcomeForm Form, string Email)
{
    public string Title => Kind switch
    {
        LinkKind.SetUp => T["Set up LeadCapture"],
        LinkKind.Invitation => T["Welcome to LeadCapture"],
        _ => T["Choose a new password"],
    };

    public string Intro => Kind switch
    {
        LinkKind.SetUp => T["You will be the owner and can invite other users."],
        LinkKind.Invitation => T["Choose a password for {0}.", Email],
        LinkKind.Recovery => T["For {0}. This also turns off two-factor authentication. You can set it up again later.", Email],
        _ => T["For {0}. You will be signed out everywhere.", Email],
    };
}
