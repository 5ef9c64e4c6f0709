using System.Globalization;
using FluentValidation;
using LeadCapture.Alerts;
using LeadCapture.Alerts.Notices;
using LeadCapture.Forms;
using LeadCapture.Settings;
using static LeadCapture.Admin.Forms.Notifications.NotificationsText;

namespace LeadCapture.Admin.Forms.Notifications;

/// Who hears of new leads by email or chat, and when.
public sealed class NoticeForm
{
    public string Recipients { get; init; } = "";

    /// "": the one that is saved stays.
    public string Chat { get; init; } = "";

    public string Rhythm { get; init; } = nameof(NoticeRhythm.AtOnce);
    public string Hour { get; init; } = "8";
    public string TimeZone { get; init; } = "UTC";
    public bool IncludesAnswers { get; init; }

    public static NoticeForm Of(LeadNotice? notice) => notice is null ? new() : new()
    {
        Recipients = notice.Recipients,
        Rhythm = notice.Rhythm.ToString(),
        Hour = notice.Hour.ToString(InvariantCulture),
        TimeZone = notice.TimeZone,
        IncludesAnswers = notice.IncludesAnswers,
    };

    public static IReadOnlyList<(string Value, string Label)> Rhythms =>
    [
        (nameof(NoticeRhythm.AtOnce), T["At once (at most one message a minute)"]),
        (nameof(NoticeRhythm.Hourly), T["Every hour"]),
        (nameof(NoticeRhythm.Daily), T["Every day"]),
    ];

    public static IReadOnlyList<(string Value, string Label)> Hours =>
        [.. Enumerable.Range(0, 24).Select(hour => (hour.ToString(InvariantCulture), $"{hour}:00"))];

    /// Once the rules have passed.
    public void Fill(LeadNotice notice, DateTime now)
    {
        // Whoever was told nothing so far is not told of before.
        if (!notice.IsOn)
            notice.ToldUntil = now;
        notice.Recipients = Recipients;
        notice.HasChat |= Chat != "";
        notice.Rhythm = Enum.Parse<NoticeRhythm>(Rhythm);
        notice.Hour = int.Parse(Hour, InvariantCulture);
        notice.TimeZone = TimeZone;
        notice.IncludesAnswers = IncludesAnswers;
        notice.NextAt = notice.Rhythm == NoticeRhythm.AtOnce ? now : NoticeTimes.Next(notice.Rhythm, notice.Hour, notice.TimeZone, now);
    }

    public sealed class Rules : AbstractValidator<NoticeForm>
    {
        private const int LongestText = 500;
        private const int LongestAddress = 2000;

        public Rules()
        {
            RuleFor(form => form.Recipients)
                .Must(text => text.Length <= LongestText && new AlertSettings { Recipients = text }.RecipientList.All(EmailList.IsAddress))
                .WithMessage(_ => T["Enter email addresses separated by commas"]);
            RuleFor(form => form.Chat)
                .Must(text => text == "" || (text.Length <= LongestAddress && Uri.TryCreate(text, UriKind.Absolute, out var address)
                    && SecretWay.Fits(address)))
                .WithMessage(_ => T["Enter the chat’s webhook address, starting with https://"]);
            RuleFor(form => form.Rhythm).IsEnumName(typeof(NoticeRhythm)).WithMessage(_ => T["Choose how often"]);
            RuleFor(form => form.Hour)
                .Must(text => int.TryParse(text, NumberStyles.None, InvariantCulture, out var hour) && hour < 24)
                .WithMessage(_ => T["Choose an hour"]);
            RuleFor(form => form.TimeZone).Must(zone => FormTimes.Zone(zone) is not null).WithMessage(_ => T["Choose a time zone"]);
        }
    }
}
