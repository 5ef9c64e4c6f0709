using FluentValidation.Results;
using LeadCapture.Forms.Fields;
using LeadCapture.Forms;

namespace LeadCapture.Shared;

/// Makes the page of a form: empty, prefilled from the address, or as it was sent with what is wrong with it.
public static class FormPages
{
    public static FormPage Empty(PublishedForm form, FormShape shape, QueryString link, PageView? view = null) =>
        Of(form, shape, Prefill.Of(form.Definition, link, view ?? new()), []);

    public static FormPage Refused(PublishedForm form, FormShape shape, Submission submission, IEnumerable<ValidationFailure> failures,
        string notice = "") =>
        Of(form, shape, submission, failures) with { Notice = notice };

    private static FormPage Of(PublishedForm form, FormShape shape, Submission submission, IEnumerable<ValidationFailure> failures)
    {
        var wrong = failures.GroupBy(failure => failure.PropertyName)
            .ToDictionary(group => group.Key, group => group.First().ErrorMessage);
        var inputs = Inputs(form.Definition, submission, wrong);
        var rows = Rows(form.Definition, submission, wrong, inputs.Count(input => input.KeyName is not null));
        return new()
        {
            Slug = form.Slug,
            IsBlank = submission is { IsBlank: true, CustomFields: [], Properties.Count: 0 },
            DiffersInTextAlone = submission.IsBlank && rows.Count == 0
                && inputs.TrueForAll(input => input.Field.Kind.IsTyped || submission.ValueOf(input.Field) == ""),
            Form = form.Definition,
            Shape = shape,
            Inputs = inputs,
            FreeRows = rows,
            SubmissionId = submission.Id == "" ? Guid.NewGuid().ToString("N") : submission.Id,
            Page = submission.Page,
            Attribution = submission.Attribution?.ToJson(),
            Version = form.Version,
            Elapsed = submission.Elapsed,
            Traces = submission.Traces,
            Errors = Summary(inputs, rows, wrong),
        };
    }

    /// The form's own custom fields come first, numbered from 0; free rows follow. What was posted in another order is put
    /// back so.
    private static List<FormInput> Inputs(FormDefinition form, Submission submission, Dictionary<string, string> wrong)
    {
        List<FormInput> inputs = [];
        var next = 0;
        foreach (var field in form.Fields.Concat(Unasked(form, submission)))
        {
            var value = submission.ValueOf(field) is { Length: > 0 } typed ? typed : submission.IsBlank ? field.Default : "";
            var error = wrong.GetValueOrDefault(FormRules.NameOf(field, submission));
            if (error is null && submission.RowOf(field) is { } row)
                error = wrong.GetValueOrDefault($"customFields[{row.Index}].key");
            var advice = submission.IsBlank ? null : field.Kind.AdviceOn(value);
            var shown = field.Kind.IsSeen || error is null ? field : field with { Kind = FieldKinds.Text };
            var chosen = field.Kind.IsTyped ? field.Kind.Clean(value) : field.Normalize(value);
            inputs.Add(field.Property is { } property
                ? new(shown, property, null, chosen, error, advice)
                : new(shown, $"customFields[{next}].value", $"customFields[{next++}].key", chosen, error, advice));
        }
        return inputs;
    }

    /// What was sent although the form does not ask for it goes along unseen, until there is something to correct about it.
    private static IEnumerable<Field> Unasked(FormDefinition form, Submission submission) =>
        submission.IsBlank
            ? []
            : form.NotAsked.Where(field => submission.ValueOf(field) != "")
                .Select(field => field with { Kind = FieldKinds.Hidden });

    private static List<FreeRow> Rows(FormDefinition form, Submission submission, Dictionary<string, string> wrong, int first)
    {
        HashSet<CustomRow> own =
            [.. form.Fields.Where(field => field.Key is not null).Select(submission.RowOf).OfType<CustomRow>()];
        return [.. submission.CustomFields.Where(row => !own.Contains(row)).Select((row, place) => new FreeRow(
            first + place, row.Key, row.Value,
            wrong.GetValueOrDefault($"customFields[{row.Index}].key"),
            wrong.GetValueOrDefault($"customFields[{row.Index}].value")))];
    }

    /// In the order of the page. An error of something that this form does not show stands there all the same, as text.
    private static List<(string, string)> Summary(List<FormInput> inputs, List<FreeRow> rows, Dictionary<string, string> wrong)
    {
        List<(string, string)> summary =
            [.. inputs.Where(input => input.Error is not null).Select(input => (input.Id, input.Error!))];
        foreach (var row in rows)
        {
            if (row.KeyError is not null)
                summary.Add((row.KeyId, row.KeyError));
            if (row.ValueError is not null)
                summary.Add((row.ValueId, row.ValueError));
        }
        var shown = summary.Select(line => line.Item2).ToHashSet();
        summary.AddRange(wrong.Where(line => shown.Add(line.Value)).Select(line =>
            (line.Key == "customFields" && rows.Count > 0 ? rows[0].KeyId : "", line.Value)));
        return summary;
    }
}
