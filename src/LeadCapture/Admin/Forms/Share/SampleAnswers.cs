using LeadCapture.Forms;
using LeadCapture.Forms.Fields;

namespace LeadCapture.Admin.Forms.Share;

/// Answers that a form takes, for examples that work as they stand: what must be filled in, and the first of the rest.
public sealed class SampleAnswers
{
    private const int Enough = 6;
    private const int MostTurns = 5;
    private readonly FormDefinition form;
    private readonly Dictionary<Field, string> answers = [];

    private SampleAnswers(FormDefinition form) => this.form = form;

    /// In the order of the page.
    public IEnumerable<(Field Field, string Value)> All =>
        form.Fields.Where(answers.ContainsKey).Select(one => (one, answers[one]));

    /// Fields that must be filled in, and for which no example was found: their patterns are known to their authors alone.
    public IReadOnlyList<Field> Unknown { get; private set; } = [];

    public static SampleAnswers Of(FormDefinition form)
    {
        var sample = new SampleAnswers(form);
        sample.Choose();
        sample.Mend();
        return sample;
    }

    private void Choose()
    {
        foreach (var field in form.Fields.Where(field => field.Kind.IsSeen && (field.Required || field.Property == "email")))
            answers[field] = Values.Of(field);
        if (answers.Keys.All(field => field.Property is not ("email" or "linkedInUrl"))
            && form.Fields.FirstOrDefault(field => field.Property == "linkedInUrl") is { } profile)
            answers[profile] = Values.Of(profile);
        foreach (var field in form.Fields.Where(field => field is { Kind.IsSeen: true, ShowWhen: null }))
            if (answers.Count < Enough)
                answers.TryAdd(field, Values.Of(field));
    }

    /// The form itself says what it does not take. What need not be answered goes; what is missing comes in.
    private void Mend()
    {
        for (var turn = 0; turn < MostTurns && Refused() is { Count: > 0 } refused; turn++)
        {
            Unknown = [.. refused.Where(field => field.Required && answers.ContainsKey(field))];
            foreach (var field in refused.Except(Unknown))
                if (!answers.Remove(field))
                    answers[field] = Values.Of(field);
        }
        Unknown = Refused();
    }

    private List<Field> Refused()
    {
        var submission = Tidying.Of(form, ToSubmission());
        var names = FormRules.Of(form).Validate(submission).Errors.Select(error => error.PropertyName).ToHashSet();
        return [.. form.Fields.Where(field => names.Contains(FormRules.NameOf(field, submission)))];
    }

    public Submission ToSubmission() => new()
    {
        Properties = All.Where(answer => answer.Field.Property is not null)
            .ToDictionary(answer => answer.Field.Property!, answer => answer.Value),
        CustomFields = [.. All.Where(answer => answer.Field.Key is not null)
            .Select((answer, place) => new CustomRow(place, answer.Field.Key!, answer.Value))],
    };

    private static class Values
    {
        public static string Of(Field field) => field switch
        {
            { Default: { Length: > 0 } given } => given,
            { Choices: [var first, ..] } => first.Value,
            { Property: "email" } or { Kind: EmailKind } => "ann@example.com",
            { Property: "linkedInUrl" } => "https://www.linkedin.com/in/ann-example",
            { Property: "firstName" } => "Ann",
            { Property: "lastName" } => "Lee",
            { Property: "company" } => "Example Ltd",
            { Kind: PhoneKind } => "+14155550123",
            { Kind: UrlKind } => "https://www.example.com",
            { Kind: NumberKind } => field.Min ?? field.Max ?? "1",
            { Kind: DateKind } => field.Min ?? field.Max ?? "2026-03-31",
            { Kind: ConsentKind } => YesOrNo.Yes.Value,
            { Kind: CountryKind } => "Germany",
            { Kind: TimeZoneKind } => "Europe/Berlin",
            _ => Text(field),
        };

        private static string Text(Field field)
        {
            var text = "Example".PadRight(field.MinLength ?? 0, '.');
            return field.MaxLength < text.Length ? text[..field.MaxLength.Value] : text;
        }
    }
}
