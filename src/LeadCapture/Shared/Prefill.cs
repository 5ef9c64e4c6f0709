using LeadCapture.Forms;
using Microsoft.Extensions.Primitives;

namespace LeadCapture.Shared;

/// What a link fills in: made by mail tools and advertisements, which encode twice, or leave the name of a value in its place.
public static class Prefill
{
    public static Submission Of(FormDefinition form, QueryString link)
    {
        var values = PostedForm.Inputs(link).Select(input => KeyValuePair.Create(input.Key, Last(input.Value)))
            .ToDictionary(StringComparer.OrdinalIgnoreCase);
        return new()
        {
            Properties = ContactFields.All.Where(field => values.ContainsKey(field.Property!))
                .ToDictionary(field => field.Property!, field => field.Kind.FromLink(values[field.Property!])),
            CustomFields = [.. CustomOf(form, values)],
            Page = values.GetValueOrDefault("page", ""),
            IsBlank = true,
        };
    }

    private static IEnumerable<CustomRow> CustomOf(FormDefinition form, Dictionary<string, string> values)
    {
        var index = 0;
        foreach (var field in form.Fields.Where(field => field.Key is not null && values.ContainsKey(field.Key)))
            yield return new(index++, field.Key!, field.Kind.FromLink(values[field.Key!]));
        var rows = PostedForm.Read(values.Select(value => KeyValuePair.Create(value.Key, new StringValues(value.Value))));
        foreach (var row in rows.CustomFields.Take(FormRules.MostCustomFields - index))
            yield return row with { Index = index++ };
    }

    private static string Last(StringValues values) =>
        values.Select(InputNormalizer.Clean).LastOrDefault(value => value != "" && !MergeTags.IsNoValue(value)) ?? "";
}
