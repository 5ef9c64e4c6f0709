using FluentValidation.Results;
using LeadCapture.Forms;

namespace LeadCapture.Shared;

/// Adds and removes rows of custom fields for a page without script: its buttons post the form with an action. The page numbers
/// the rows anew.
public static class FreeRows
{
    private const string Add = "add-row";
    private const string Remove = "remove-row:";

    public static bool IsAction(FormDefinition form, string action) =>
        (action == Add && form.FreeCustomFields) || NumberOf(action) is not null;

    /// An error where there are as many as can be sent.
    public static List<ValidationFailure> Change(Submission submission, string action)
    {
        if (action == Add)
        {
            if (submission.CustomFields.Count >= FormRules.MostCustomFields)
                return [new("customFields", FormRules.TooManyCustomFields)];
            submission.CustomFields.Add(new(-1, "", ""));
        }
        else
            submission.CustomFields.RemoveAll(row => row.Index == NumberOf(action));
        return [];
    }

    private static int? NumberOf(string action) => action.StartsWith(Remove, StringComparison.Ordinal)
        && int.TryParse(action.AsSpan(Remove.Length), InvariantCulture, out var index) ? index : null;
}
