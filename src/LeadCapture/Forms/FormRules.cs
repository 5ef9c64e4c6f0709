using System.Runtime.CompilerServices;
using FluentValidation;
using LeadCapture.Forms.Fields;
using static LeadCapture.Forms.FormText;

namespace LeadCapture.Forms;

/// What is wrong with a submission, in sentences that a visitor can act on. Built once for each version of a form.
public sealed class FormRules : AbstractValidator<Submission>
{
    public const int MostCustomFields = 100;
    private const int LongestKey = FieldDefinitionRules.LongestKey;
    private const int LongestId = 200;
    private const int LongestFreeValue = 2000;
    private static readonly ConditionalWeakTable<FormDefinition, FormRules> Built = new();

    public static string TooManyCustomFields => T["At most {0} custom fields can be sent. Remove some of them", MostCustomFields];

    public static string Unreachable => T["Enter an email address or a LinkedIn profile, so that we can reach you"];

    private FormRules(FormDefinition form)
    {
        IReadOnlyList<Field> fields = [.. form.Fields, .. form.NotAsked];
        RuleFor(submission => submission).Custom((submission, context) =>
        {
            var visibility = Visibility.Of(form, submission);
            foreach (var field in fields)
                if (ProblemOf(field, submission.ValueOf(field), visibility) is { } problem)
                    context.AddFailure(NameOf(field, submission), problem);
            foreach (var (name, message) in submission.Misshapen)
                context.AddFailure(name, message);
            if (submission.Id.Length > LongestId || !InputNormalizer.IsSendable(submission.Id, lines: false))
                context.AddFailure("submissionId",
                    T["submissionId must be {0} characters or fewer, without control characters", LongestId]);
            CheckReachable(submission, visibility, context.AddFailure);
            CheckRows(submission, form, context.AddFailure);
        });
    }

    public static FormRules Of(FormDefinition form) => Built.GetValue(form, definition => new FormRules(definition));

    /// What was not shown may be left empty, and may be anything that can be kept.
    private static string? ProblemOf(Field field, string value, Visibility visibility) => visibility.Shows(field)
        ? FieldRules.ProblemOf(field, value)
        : FieldRules.ProblemOfText(field, field.Kind.Clean(value));

    /// The input's name in this submission: a custom field is found by its key, wherever it stands; where it was not sent, its
    /// key stands for the number.
    public static string NameOf(Field field, Submission submission) =>
        field.Property ?? $"customFields[{submission.RowOf(field)?.Index.ToString(InvariantCulture) ?? field.Key}].value";

    private static void CheckReachable(Submission submission, Visibility visibility, Action<string, string> fail)
    {
        string Given(string property) => visibility.Shows(property) ? submission.Properties.GetValueOrDefault(property, "") : "";
        if (Given("email") == "" && Given("linkedInUrl") == "")
            fail(visibility.Shows("email") ? "email" : "linkedInUrl", Unreachable);
    }

    private static void CheckRows(Submission submission, FormDefinition form, Action<string, string> fail)
    {
        var filled = submission.CustomFields.Where(row => row.Key != "" || row.Value != "").ToList();
        if (filled.Count > MostCustomFields)
            fail("customFields", TooManyCustomFields);
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach (var row in filled)
            if (ProblemOfKey(row, seen) is { } wrongKey)
                fail($"customFields[{row.Index}].key", wrongKey);
            else if (form.FieldOf(row.Key) is null
                && ProblemOfValue(row.Value) is { } wrongValue)
                fail($"customFields[{row.Index}].value", wrongValue);
    }

    private static string? ProblemOfKey(CustomRow row, HashSet<string> seen) => row.Key switch
    {
        "" => T["Enter the name of this custom field, or remove the row"].Value,
        { Length: > LongestKey } =>
            T["The name must be {0} characters or fewer. It has {1}", LongestKey, row.Key.Length].Value,
        var key when !InputNormalizer.IsSendable(key, lines: false) =>
            T["The name has characters that can't be read. Type it again, or send it as UTF-8"].Value,
        var key when !seen.Add(key) => T["There is another custom field named “{0}”. Use each name once", key].Value,
        _ => null,
    };

    private static string? ProblemOfValue(string value)
    {
        if (value.Length > LongestFreeValue)
            return T["The value must be {0:N0} characters or fewer. You typed {1:N0}", LongestFreeValue, value.Length];
        return InputNormalizer.IsSendable(value, lines: true)
            ? null
            : T["The value has characters that can't be read. Type it again, or send it as UTF-8"].Value;
    }
}
