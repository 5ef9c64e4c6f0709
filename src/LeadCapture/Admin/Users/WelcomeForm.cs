using FluentValidation;

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
        LinkKind.SetUp => "Set up LeadCapture",
        LinkKind.Invitation => "Welcome to LeadCapture",
        _ => "Choose a new password",
    };

    public string Intro => Kind switch
    {
        LinkKind.SetUp => "You will be the owner and can invite other users.",
        LinkKind.Invitation => $"Choose a password for {Email}.",
        LinkKind.Recovery => $"For {Email}. This also turns off two-factor authentication. You can set it up again later.",
        _ => $"For {Email}. You will be signed out everywhere.",
    };
}
