using FluentValidation.Results;

namespace LeadCapture.Forms;

/// Adds and removes rows of custom fields for a page without script: its buttons post the form with an action. The page numbers
/// the rows anew.
public static class FreeRows
{
    /// Null where it asks for neither; an error where there are as many as can be sent.
    public static List<ValidationFailure>? Change(FormDefinition form, Submission submission, string action)
    {
        if (action == "add-row" && form.FreeCustomFields)
        {
            if (submission.CustomFields.Count >= FormRules.MostCustomFields)
                return [new("customFields", FormRules.TooManyCustomFields)];
            submission.CustomFields.Add(new(-1, "", ""));
        }
        else if (action.StartsWith("remove-row:", StringComparison.Ordinal)
            && int.TryParse(action.AsSpan(11), InvariantCulture, out var index))
            submission.CustomFields.RemoveAll(row => row.Index == index);
        else
            return null;
        return [];
    }
}
