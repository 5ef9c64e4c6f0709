using FluentValidation;
using static LeadCapture.Admin.Users.UserText;

namespace LeadCapture.Admin.Users;

/// What is asked of names, addresses and passwords wherever they are typed.
internal static class UserRules
{
    /// Length protects, odd characters do not.
    public const int LeastPassword = 10;
    private const int MostPassword = 200;
    private const int MostText = 200;

    public static void Name<TForm>(this IRuleBuilder<TForm, string> rule) => rule
        .NotEmpty().WithMessage(_ => T["Enter a name"])
        .MaximumLength(MostText).WithMessage(_ => T["Shorten the name to {0} characters", MostText]);

    public static void Email<TForm>(this IRuleBuilder<TForm, string> rule) => rule
        .NotEmpty().WithMessage(_ => T["Enter an email address"])
        .MaximumLength(MostText).WithMessage(_ => T["Shorten the email address to {0} characters", MostText])
        .EmailAddress().WithMessage(_ => T["Enter an email address like name@example.com"]);

    /// About: what others know of who chooses it.
    public static void NewPassword<TForm>(this IRuleBuilder<TForm, string> rule, Func<TForm, string[]> about) => rule
        .NotEmpty().WithMessage(_ => T["Choose a password"])
        .MinimumLength(LeastPassword).WithMessage(_ => T["Choose a password of at least {0} characters", LeastPassword])
        .MaximumLength(MostPassword).WithMessage(_ => T["Choose a password of up to {0} characters", MostPassword])
        .Must((form, password) => PasswordStrength.IsEnough(password, about(form)))
        .WithMessage(_ => T["This password is easy to guess. Use a few words that don't belong together."]);
}
