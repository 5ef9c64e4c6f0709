using FluentValidation;

namespace LeadCapture.Admin.Users;

/// What is asked of names, addresses and passwords wherever they are typed.
internal static class UserRules
{
    /// Length protects, odd characters do not.
    public const int LeastPassword = 10;
    private const int MostPassword = 200;
    private const int MostText = 200;

    public static void Name<T>(this IRuleBuilder<T, string> rule) => rule
        .NotEmpty().WithMessage("Enter a name")
        .MaximumLength(MostText).WithMessage($"Shorten the name to {MostText} characters");

    public static void Email<T>(this IRuleBuilder<T, string> rule) => rule
        .NotEmpty().WithMessage("Enter an email address")
        .MaximumLength(MostText).WithMessage($"Shorten the email address to {MostText} characters")
        .EmailAddress().WithMessage("Enter an email address like name@example.com");

    /// About: what others know of who chooses it.
    public static void NewPassword<T>(this IRuleBuilder<T, string> rule, Func<T, string[]> about) => rule
        .NotEmpty().WithMessage("Choose a password")
        .MinimumLength(LeastPassword).WithMessage($"Choose a password of at least {LeastPassword} characters")
        .MaximumLength(MostPassword).WithMessage($"Choose a password of up to {MostPassword} characters")
        .Must((form, password) => PasswordStrength.IsEnough(password, about(form)))
        .WithMessage("This password is easy to guess. Use a few words that don't belong together.");
}
