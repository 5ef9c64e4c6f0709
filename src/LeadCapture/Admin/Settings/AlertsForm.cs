using FluentValidation;
using LeadCapture.Alerts;
using LeadCapture.Settings;
using static LeadCapture.Admin.Settings.SettingsText;

namespace LeadCapture.Admin.Settings;

public sealed class AlertsForm
{
    public string SmtpHost { get; init; } = "";
    public string SmtpPort { get; init; } = "";
    public string SmtpSecurity { get; init; } = "";
    public string SmtpUser { get; init; } = "";
    public string SmtpPassword { get; init; } = "";
    public string Sender { get; init; } = "";
    public string Recipients { get; init; } = "";
    public string BaseAddress { get; init; } = "";
    public string SilenceMinutes { get; init; } = "";
    public string StuckMinutes { get; init; } = "";

    public static AlertsForm Of(AlertSettings settings, string here) => new()
    {
        SmtpHost = settings.SmtpHost,
        SmtpPort = settings.SmtpPort.ToString(InvariantCulture),
        SmtpSecurity = settings.SmtpSecurity.ToString(),
        SmtpUser = settings.SmtpUser,
        Sender = settings.Sender,
        Recipients = settings.Recipients,
        BaseAddress = settings.BaseAddress == "" ? here : settings.BaseAddress,
        SilenceMinutes = settings.SilenceMinutes.ToString(InvariantCulture),
        StuckMinutes = settings.StuckMinutes.ToString(InvariantCulture),
    };

    /// Once the rules have passed.
    public void Fill(AlertSettings settings)
    {
        settings.SmtpHost = SmtpHost;
        settings.SmtpPort = int.Parse(SmtpPort, InvariantCulture);
        settings.SmtpSecurity = Enum.Parse<SmtpSecurity>(SmtpSecurity);
        settings.SmtpUser = SmtpUser;
        settings.Sender = Sender;
        settings.Recipients = Recipients;
        settings.BaseAddress = BaseAddress;
        settings.SilenceMinutes = int.Parse(SilenceMinutes, InvariantCulture);
        settings.StuckMinutes = int.Parse(StuckMinutes, InvariantCulture);
    }

    public bool IsAccountOf(AlertSettings settings) => SmtpHost == settings.SmtpHost && SmtpUser == settings.SmtpUser
        && SmtpPort == settings.SmtpPort.ToString(InvariantCulture) && SmtpSecurity == settings.SmtpSecurity.ToString();

    public sealed class Rules : AbstractValidator<AlertsForm>
    {
        private const int LongestText = 500;
        private const int LastPort = 65535;
        private const int MinutesOfAWeek = 7 * 24 * 60;

        public Rules()
        {
            RuleLevelCascadeMode = CascadeMode.Stop;
            RuleFor(form => form.SmtpHost)
                .Must(host => host == "" || Uri.CheckHostName(host) != UriHostNameType.Unknown)
                .WithMessage(_ => T["Enter the name of the mail server, such as smtp.example.com"]);
            RuleFor(form => form.SmtpPort).Must(text => Within(text, LastPort))
                .WithMessage(_ => T["Enter a port, usually 587 or 465"]);
            RuleFor(form => form.SmtpSecurity).IsEnumName(typeof(SmtpSecurity)).WithMessage(_ => T["Choose an encryption method"]);
            RuleFor(form => form.SmtpSecurity)
                .Must((form, security) => security != nameof(Alerts.SmtpSecurity.None) || form.SmtpUser == "" || IsHere(form.SmtpHost))
                .WithMessage(_ => T["A password requires encryption. Choose STARTTLS or TLS."]);
            RuleFor(form => form.SmtpUser).MaximumLength(LongestText).WithMessage(_ => T["Enter a shorter user name"]);
            RuleFor(form => form.Sender)
                .Must((form, sender) => form.SmtpHost == "" && sender == "" || EmailList.IsAddress(sender))
                .WithMessage(_ => T["Enter the address that alerts come from, such as leads@example.com"]);
            RuleFor(form => form.Recipients)
                .Must((form, text) => text.Length <= LongestText && Listed(text).All(EmailList.IsAddress)
                    && (form.SmtpHost == "" || Listed(text).Length > 0))
                .WithMessage(_ => T["Enter email addresses separated by commas"]);
            RuleFor(form => form.BaseAddress)
                .Must(text => Uri.TryCreate(text, UriKind.Absolute, out var address)
                    && address.Scheme is "https" or "http" && address.Query == "" && text.Length <= LongestText)
                .WithMessage(_ => T["Enter the address of this program, such as https://leads.example.com"]);
            RuleFor(form => form.SilenceMinutes).Must(text => Within(text, MinutesOfAWeek))
                .WithMessage(_ => T["Enter a number of minutes, from 1 to {0:N0} (7 days)", MinutesOfAWeek]);
            RuleFor(form => form.StuckMinutes).Must(text => Within(text, MinutesOfAWeek))
                .WithMessage(_ => T["Enter a number of minutes, from 1 to {0:N0} (7 days)", MinutesOfAWeek]);
        }

        private static string[] Listed(string text) => [.. new AlertSettings { Recipients = text }.RecipientList];

        private static bool IsHere(string host) => host == "localhost"
            || (System.Net.IPAddress.TryParse(host, out var address) && System.Net.IPAddress.IsLoopback(address));

        private static bool Within(string text, int most) =>
            int.TryParse(text, System.Globalization.NumberStyles.None, InvariantCulture, out var number) && number >= 1 && number <= most;
    }
}

public sealed class WebhookForm
{
    public string Webhook { get; init; } = "";

    public sealed class Rules : AbstractValidator<WebhookForm>
    {
        private const int Longest = 2000;

        public Rules() => RuleFor(form => form.Webhook)
            .Must(text => text.Length <= Longest && Uri.TryCreate(text, UriKind.Absolute, out var address)
                && SecretWay.Fits(address))
            .WithMessage(_ => T["Enter the webhook address, starting with https://"]);
    }
}

public sealed record AlertsPage(AlertsForm Form, bool HasEmail, bool HasPassword, bool HasWebhook, IReadOnlyList<Alert> Alerts);
