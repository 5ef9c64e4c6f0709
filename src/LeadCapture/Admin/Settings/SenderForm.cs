using FluentValidation;
using LeadCapture.Forms.Fields;
using LeadCapture.Submissions.Spam;
using static LeadCapture.Admin.Settings.SettingsText;

namespace LeadCapture.Admin.Settings;

/// A sender to allow or to block: an address, or a domain with or without an @ before it.
public sealed class SenderForm
{
    public string Sender { get; init; } = "";
    public string Kind { get; init; } = nameof(SpamEntryKind.Blocked);

    public sealed class Rules : AbstractValidator<SenderForm>
    {
        private const int Longest = 254;

        public Rules()
        {
            RuleFor(form => form.Sender).Must(text => text.Length <= Longest && IsSender(text))
                .WithMessage(_ => T["Enter a domain like example.com, or an email address"]);
            RuleFor(form => form.Kind).IsEnumName(typeof(SpamEntryKind)).WithMessage(_ => T["Choose one of these"]);
        }

        /// What could stand behind any local part.
        private static bool IsSender(string text) =>
            EmailSpelling.IsAddress(text.IndexOf('@', StringComparison.Ordinal) > 0 ? text : "a@" + text.TrimStart('@'));
    }
}

public sealed record SpamPage(SenderForm Form, IReadOnlyList<SpamEntry> Senders)
{
    /// Where there are more, only the newest are shown.
    public const int Most = 500;

    public static IReadOnlyList<(string Value, string Label)> Kinds =>
        [(nameof(SpamEntryKind.Blocked), T["Always quarantine"]), (nameof(SpamEntryKind.Allowed), T["Don’t check content"])];
}
