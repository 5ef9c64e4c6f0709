using FluentValidation.Results;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.ReplyIo;

namespace LeadCapture.Submissions;

/// What the rules of a form say about a lead that was taken all the same, as it is kept: a custom field goes by "/" and its key, because
/// the numbers are those of what was posted.
internal static class RuleProblems
{
    private const string Rows = "customFields[";

    public static IReadOnlyList<Problem> Of(ValidationResult check, Submission submission) =>
        [.. check.Errors.Select(error => new Problem(FieldOf(error.PropertyName, submission), error.ErrorMessage))];

    private static string FieldOf(string input, Submission submission)
    {
        if (!input.StartsWith(Rows, StringComparison.Ordinal))
            return input;
        // What was not sent has its key in the place of the number.
        var key = RefusalReason.RowOf(input) is { } number
            ? submission.CustomFields.Find(row => row.Index == number)?.Key ?? ""
            : input[Rows.Length..input.LastIndexOf(']')];
        return key == "" ? "" : "/" + key;
    }
}
