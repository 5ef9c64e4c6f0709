namespace LeadCapture.Forms;

/// Adds and removes rows of custom fields for a page without script: its buttons post the form with an action.
public static class FreeRows
{
    public static Submission? Changed(FormDefinition form, Submission submission, string action)
    {
        if (!form.FreeCustomFields)
            return null;
        var next = submission.CustomFields.Count == 0 ? 0 : submission.CustomFields.Max(row => row.Index) + 1;
        if (action == "add-row")
            submission.CustomFields.Add(new(next, "", ""));
        else if (action.StartsWith("remove-row:", StringComparison.Ordinal) && int.TryParse(action.AsSpan(11), InvariantCulture, out var index))
            submission.CustomFields.RemoveAll(row => row.Index == index);
        else
            return null;
        return submission;
    }
}
