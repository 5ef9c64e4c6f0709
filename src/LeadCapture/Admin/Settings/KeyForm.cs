using FluentValidation;

namespace LeadCapture.Admin.Settings;

public sealed class KeyForm
{
    public string ApiKey { get; init; } = "";

    public sealed class Rules : AbstractValidator<KeyForm>
    {
        private const int Longest = 500;

        public Rules()
        {
            RuleLevelCascadeMode = CascadeMode.Stop;
            RuleFor(form => form.ApiKey)
                .NotEmpty().WithMessage("Enter the key: in Reply.io under Settings, API key")
                .Must(key => key.Length <= Longest && !key.AsSpan().ContainsAnyExceptInRange('!', '~'))
                .WithMessage("Enter the key as Reply.io shows it, without spaces or special characters");
        }
    }
}
