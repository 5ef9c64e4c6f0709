using System.Runtime.CompilerServices;
using FluentValidation;
using LeadCapture.Forms.Fields;

namespace LeadCapture.Forms;

/// What is wrong with a submission, in sentences that a visitor can act on. Built once for each version of a form.
public sealed class FormRules : AbstractValidator<Submission>
{
    public const int MostCustomFields = 100;
    public static readonly string TooManyCustomFields =
        $"At most {MostCustomFields} custom fields can be sent. Remove some of them";

    private const int LongestKey = FieldDefinitionRules.LongestKey;
    private const int LongestId = 200;
    private const int LongestFreeValue = 2000;
    private static readonly ConditionalWeakTable<FormDefinition, FormRules> Built = new();

    private FormRules(FormDefinition form)
    {
        foreach (var field in form.Fields)
            Rule(field);
        foreach (var field in form.NotAsked)
            Rule(field);
        RuleFor(submission => submission).Custom((submission, context) =>
        {
            foreach (var (name, message) in submission.Misshapen)
                context.AddFailure(name, message);
            if (submission.Id.Length > LongestId || !InputNormalizer.IsSendable(submission.Id, lines: false))
                context.AddFailure("submissionId",
                    $"submissionId must be {LongestId} characters or fewer, without control characters");
            CheckReachable(submission, context.AddFailure);
            CheckRows(submission, form, context.AddFailure);
        });
    }

    public static FormRules Of(FormDefinition form) => Built.GetValue(form, definition => new FormRules(definition));

    private void Rule(Field field) => RuleFor(submission => submission).Custom((submission, context) =>
    {
        if (FieldRules.ProblemOf(field, submission.ValueOf(field)) is { } problem)
            context.AddFailure(NameOf(field, submission), problem);
    });

    /// The input's name in this submission: a custom field is found by its key, wherever it stands; where it was not sent, its
    /// key stands for the number.
    public static string NameOf(Field field, Submission submission) =>
        field.Property ?? $"customFields[{submission.RowOf(field)?.Index.ToString(InvariantCulture) ?? field.Key}].value";

    private static void CheckReachable(Submission submission, Action<string, string> fail)
    {
        if (submission.Properties.GetValueOrDefault("email", "") == ""
            && submission.Properties.GetValueOrDefault("linkedInUrl", "") == "")
            fail("email", "Enter an email address or a LinkedIn profile, so that we can reach you");
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
                && FieldRules.ProblemOfText("The value", row.Value, LongestFreeValue, lines: true) is { } wrongValue)
                fail($"customFields[{row.Index}].value", wrongValue);
    }

    private static string? ProblemOfKey(CustomRow row, HashSet<string> seen) => row.Key switch
    {
        "" => "Enter the name of this custom field, or remove the row",
        { Length: > LongestKey } => $"The name must be {LongestKey} characters or fewer. It has {row.Key.Length}",
        var key when !InputNormalizer.IsSendable(key, lines: false) =>
            "The name has characters that can't be read. Type it again, or send it as UTF-8",
        var key when !seen.Add(key) => $"There is another custom field named “{key}”. Use each name once",
        _ => null,
    };
}
