using FluentValidation;
using LeadCapture.Deliveries;
using LeadCapture.ReplyIo;
using LeadCapture.Settings;
using static LeadCapture.Admin.Settings.SettingsText;

namespace LeadCapture.Admin.Settings;

/// The key with where it goes: what a key was typed for is the only place that it is sent to. "" = as the settings file says.
public sealed class KeyForm
{
    public string ApiKey { get; init; } = "";
    public string BaseUrl { get; init; } = "";
    public string ApiVersion { get; init; } = "";
    public string Authorization { get; init; } = "";

    public static KeyForm Of(StoredAccount? stored) => new()
    {
        BaseUrl = stored?.BaseUrl?.AbsoluteUri ?? "",
        ApiVersion = stored?.Version?.ToString() ?? "",
        Authorization = stored?.Authorization?.ToString() ?? "",
    };

    /// Once the rules have passed.
    public StoredAccount ToAccount() => new(
        ApiKey,
        BaseUrl == "" ? null : new(BaseUrl),
        ApiVersion == "" ? null : Enum.Parse<ApiVersion>(ApiVersion),
        Authorization == "" ? null : Enum.Parse<AuthorizationScheme>(Authorization));

    public sealed class Rules : AbstractValidator<KeyForm>
    {
        private const int Longest = 500;

        public Rules()
        {
            RuleLevelCascadeMode = CascadeMode.Stop;
            RuleFor(form => form.ApiKey)
                .NotEmpty().WithMessage(_ => T["Enter the API key. Find it in Reply.io under Settings > API key."])
                .Must(key => key.Length <= Longest && !key.AsSpan().ContainsAnyExceptInRange('!', '~'))
                .WithMessage(_ => T["Enter the key as Reply.io shows it, without spaces or special characters"]);
            RuleFor(form => form.BaseUrl).Must(text => text == "" || IsAddress(text))
                .WithMessage(_ => T["Enter an address that starts with https://, without the version, such as https://api.reply.io"]);
            RuleFor(form => form.ApiVersion).IsEnumName(typeof(ApiVersion)).When(form => form.ApiVersion != "")
                .WithMessage(_ => T["Choose one of the versions"]);
            RuleFor(form => form.Authorization).IsEnumName(typeof(AuthorizationScheme)).When(form => form.Authorization != "")
                .WithMessage(_ => T["Choose how the key is sent"]);
        }

        private static bool IsAddress(string text) => text.Length <= Longest
            && Uri.TryCreate(text, UriKind.Absolute, out var address)
            && SecretWay.Fits(address) && address.Query == "" && address.Fragment == "";
    }
}
