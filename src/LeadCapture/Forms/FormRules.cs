using System.Globalization;
using System.Net.Mail;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using FluentValidation;

namespace LeadCapture.Forms;

/// What is wrong with a submission, in sentences that a visitor can act on. Built once for each version of a form.
public sealed class FormRules : AbstractValidator<Submission>
{
    private const int MostCustomFields = 100;
    private const int LongestKey = 90;
    private const int LongestId = 200;
    private const int LongestFreeValue = 2000;
    private static readonly ConditionalWeakTable<FormDefinition, FormRules> Built = new();

    private FormRules(FormDefinition form)
    {
        foreach (var field in form.Fields)
            Rule(field);
        foreach (var field in ContactFields.All.Where(known => form.Fields.All(asked => asked.Property != known.Property)))
            Rule(field);
        RuleFor(submission => submission).Custom((submission, context) =>
        {
            foreach (var (name, message) in submission.Misshapen)
                context.AddFailure(name, message);
            if (submission.Id.Length > LongestId || !Spelling.IsSendable(submission.Id, lines: false))
                context.AddFailure("submissionId", $"The submission id must be {LongestId} plain characters or fewer");
            CheckReachable(submission, context.AddFailure);
            CheckRows(submission, form, context.AddFailure);
        });
    }

    public static FormRules Of(FormDefinition form) => Built.GetValue(form, definition => new FormRules(definition));

    private void Rule(Field field) => RuleFor(submission => submission).Custom((submission, context) =>
    {
        if (ProblemOf(field, submission.ValueOf(field)) is { } problem)
            context.AddFailure(NameOf(field, submission), problem);
    });

    /// The input's name in this submission: a custom field is found by its key, wherever it stands.
    public static string NameOf(Field field, Submission submission) =>
        field.Property ?? $"customFields[{(submission.RowOf(field)?.Index ?? -1).ToString(InvariantCulture)}].value";

    private static void CheckReachable(Submission submission, Action<string, string> fail)
    {
        if (submission.Properties.GetValueOrDefault("email", "") == "" && submission.Properties.GetValueOrDefault("linkedInUrl", "") == "")
            fail("email", "Enter an email address or a LinkedIn profile, so that we can reach you");
    }

    private static void CheckRows(Submission submission, FormDefinition form, Action<string, string> fail)
    {
        if (submission.CustomFields.Count(row => row.Key != "" || row.Value != "") > MostCustomFields)
            fail("customFields", $"At most {MostCustomFields} custom fields can be sent. Remove some of them");
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach (var row in submission.CustomFields.Where(row => row.Key != "" || row.Value != ""))
            if (ProblemOfKey(row, seen) is { } wrongKey)
                fail($"customFields[{row.Index}].key", wrongKey);
            else if (form.FieldOf(row.Key) is null && ProblemOfText("The value", row.Value, LongestFreeValue, lines: true) is { } wrongValue)
                fail($"customFields[{row.Index}].value", wrongValue);
    }

    private static string? ProblemOfKey(CustomRow row, HashSet<string> seen) => row.Key switch
    {
        "" => "Enter the name of this custom field, or remove the row",
        { Length: > LongestKey } => $"The name must be {LongestKey} characters or fewer. It has {row.Key.Length}",
        var key when !Spelling.IsSendable(key, lines: false) => "The name has characters that cannot be sent. Type it again",
        var key when !seen.Add(key) => $"There is another custom field named “{key}”. Use each name once",
        _ => null,
    };

    private static string? ProblemOf(Field field, string value)
    {
        if (value == "")
            return field.Required ? Missing(field) : null;
        var longest = field.MaxLength ?? (field.Kind == FieldKind.LongText ? 4000 : 500);
        return ProblemOfText(field.Label, value, longest, field.Kind == FieldKind.LongText)
            ?? ProblemOfLength(field, value) ?? ProblemOfKind(field, value) ?? ProblemOfPattern(field, value);
    }

    private static string Missing(Field field) => field switch
    {
        { RequiredMessage.Length: > 0 } => field.RequiredMessage,
        { Kind: FieldKind.Consent } => "Tick the box to go on",
        { Kind: FieldKind.Radio or FieldKind.Select or FieldKind.YesNo } => $"Choose an answer for “{field.Label}”",
        _ => $"Enter your {char.ToLowerInvariant(field.Label[0])}{field.Label[1..]}",
    };

    private static string? ProblemOfText(string label, string value, int longest, bool lines) =>
        value.Length > longest ? $"{label} must be {longest.ToString("N0", InvariantCulture)} characters or fewer. You typed {value.Length.ToString("N0", InvariantCulture)}"
        : Spelling.IsSendable(value, lines) ? null
        : $"{label} has characters that cannot be sent, such as control characters. Type it again";

    private static string? ProblemOfLength(Field field, string value) =>
        value.Length < field.MinLength ? $"{field.Label} must be {field.MinLength} characters or more" : null;

    private static string? ProblemOfKind(Field field, string value) => field.Kind switch
    {
        FieldKind.Email when !IsEmail(value) => "Enter an email address like name@example.com",
        FieldKind.Url when !IsAddress(Spelling.Of(field, value)) => $"{field.Label}: enter a web address like https://www.example.com",
        FieldKind.Number => ProblemOfNumber(field, Spelling.Of(field, value)),
        FieldKind.Date => ProblemOfDate(field, value),
        FieldKind.Select or FieldKind.Radio when Spelling.OptionOf(field, value) is null && !IsEmptySize(field, value)
            => $"{field.Label}: choose one of the options",
        FieldKind.YesNo when value is not ("yes" or "no") => $"{field.Label}: choose yes or no",
        FieldKind.TimeZone when TimeZones.Find(value) is null => "Choose a time zone from the list, like Europe/Berlin",
        _ => null,
    };

    /// Reply.io's own word for "not given" is as good as saying nothing.
    private static bool IsEmptySize(Field field, string value) => field.Property == "companySize" && value == nameof(ReplyIo.CompanySize.Empty);

    /// Plus signs, quoted local parts and international domains are all real; only a domain without a dot is not.
    private static bool IsEmail(string value) =>
        MailAddress.TryCreate(value, out var address) && address.Address == value && address.DisplayName == ""
        && address.Host.Trim('.').Contains('.', StringComparison.Ordinal) && !address.Host.EndsWith('.') && !address.Host.Contains("..", StringComparison.Ordinal);

    private static bool IsAddress(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Host.Contains('.', StringComparison.Ordinal)
        && !value.Any(char.IsWhiteSpace);

    private static string? ProblemOfNumber(Field field, string value)
    {
        if (!decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, InvariantCulture, out var number))
            return $"{field.Label} must be a number, like 42";
        if (field.Property is not null && number != decimal.Truncate(number))
            return $"{field.Label} must be a whole number, like 42";
        if (field.Min is { } least && number < decimal.Parse(least, InvariantCulture))
            return $"{field.Label} must be {least} or more";
        return field.Max is { } most && number > decimal.Parse(most, InvariantCulture) ? $"{field.Label} must be {most} or less" : null;
    }

    private static string? ProblemOfDate(Field field, string value)
    {
        if (!DateOnly.TryParseExact(value, "yyyy-MM-dd", InvariantCulture, DateTimeStyles.None, out var date))
            return $"{field.Label} must be a date, like 2026-03-31";
        if (field.Min is { } first && date < DateOnly.ParseExact(first, "yyyy-MM-dd", InvariantCulture))
            return $"{field.Label} must be {first} or later";
        return field.Max is { } last && date > DateOnly.ParseExact(last, "yyyy-MM-dd", InvariantCulture) ? $"{field.Label} must be {last} or earlier" : null;
    }

    private static string? ProblemOfPattern(Field field, string value)
    {
        if (field.Pattern is not { Length: > 0 } pattern)
            return null;
        try
        {
            return Regex.IsMatch(value, $"^(?:{pattern})$", RegexOptions.NonBacktracking) ? null : Advice(field);
        }
        catch (NotSupportedException)
        {
            return Regex.IsMatch(value, $"^(?:{pattern})$", RegexOptions.None, TimeSpan.FromMilliseconds(100)) ? null : Advice(field);
        }
    }

    private static string Advice(Field field) =>
        field.PatternMessage is { Length: > 0 } message ? message : $"{field.Label} does not have the expected form";
}
