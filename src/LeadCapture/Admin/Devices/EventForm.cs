using System.Globalization;
using FluentValidation;
using LeadCapture.Admin.Forms.FollowUps;
using LeadCapture.Booth;
using LeadCapture.Forms;
using static LeadCapture.Admin.Devices.DeviceText;

namespace LeadCapture.Admin.Devices;

/// What is typed about an event.
public sealed class EventForm
{
    private const string DayFormat = "yyyy-MM-dd";

    public string Name { get; init; } = "";
    public string Form { get; init; } = "";

    /// The ids of further forms, each in another language.
    public List<string> Languages { get; init; } = [];

    public string StartsOn { get; init; } = "";
    public string EndsOn { get; init; } = "";
    public string Goal { get; init; } = "";
    public string Sequence { get; init; } = "";
    public string Pin { get; init; } = "";

    public static EventForm Of(Event at, string slug) => new()
    {
        Name = at.Name,
        Form = slug,
        Languages = [.. at.TranslationIds.Select(id => id.ToString(InvariantCulture))],
        StartsOn = at.StartsOn?.ToString(DayFormat, InvariantCulture) ?? "",
        EndsOn = at.EndsOn?.ToString(DayFormat, InvariantCulture) ?? "",
        Goal = at.Goal?.ToString(InvariantCulture) ?? "",
        Sequence = Ids.Write(at.SequenceId),
        Pin = at.Pin,
    };

    /// Once it is valid.
    public void Apply(Event at, EventLanguages forms)
    {
        (at.Name, at.FormId, at.Pin) = (Name, forms.Own.Id, Pin);
        at.TranslationIds = [.. forms.Others.Select(form => form.Id)];
        (at.StartsOn, at.EndsOn) = (Day(StartsOn), Day(EndsOn));
        at.SequenceId = Ids.Read(Sequence, _ => { });
        at.Goal = Goal == "" ? null : int.Parse(Goal, InvariantCulture);
    }

    public bool Offers(PublishedForm form) => Languages.Contains(form.Id.ToString(InvariantCulture));

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, DayFormat, InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public sealed class Rules : AbstractValidator<EventForm>
    {
        private const int LongestName = 100;
        private const int MostLeads = 1_000_000;

        public Rules()
        {
            RuleFor(form => form.Name).NotEmpty().WithMessage(_ => T["Enter a name"])
                .MaximumLength(LongestName).WithMessage(_ => T["Shorten the name to {0} characters", LongestName]);
            RuleFor(form => form.Form).NotEmpty().WithMessage(_ => T["Choose a form"]);
            RuleFor(form => form.StartsOn).Must(IsDay).WithMessage(_ => T["Enter a date like 2027-03-14"]);
            RuleFor(form => form.EndsOn).Must(IsDay).WithMessage(_ => T["Enter a date like 2027-03-14"])
                .Must((form, end) => !(Day(end) < Day(form.StartsOn))).WithMessage(_ => T["The last day can’t be before the first"]);
            RuleFor(form => form.Goal).Must(text => text == "" || int.TryParse(text, NumberStyles.None, InvariantCulture, out var goal)
                && goal is > 0 and <= MostLeads).WithMessage(_ => T["Enter a whole number, or leave this empty"]);
            RuleFor(form => form.Sequence).Must(Ids.IsId).WithMessage(_ => Ids.Wanted);
            RuleFor(form => form.Pin).Must(pin => pin.Length is >= 4 and <= 12 && pin.All(char.IsAsciiDigit))
                .WithMessage(_ => T["Enter 4 to 12 digits"]);
        }

        private static bool IsDay(string text) => text == "" || Day(text) is not null;
    }
}
