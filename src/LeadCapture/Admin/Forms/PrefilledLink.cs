using LeadCapture.Forms;
using LeadCapture.Forms.Fields;

namespace LeadCapture.Admin.Forms;

/// A link that fills in a form.
public static class PrefilledLink
{
    /// What a link can fill in, each with its parameter. A consent is the visitor's own to give.
    public static IEnumerable<(Field Field, string Parameter)> FieldsOf(FormDefinition form) => form.Fields
        .Where(field => field.Source is null or AnswerSource.Link && field.Kind != FieldKinds.Consent)
        .Select(field => (field, field.Parameter ?? field.Id));

    /// The name of a value that a mail tool fills in stays as the tool looks for it.
    public static string Of(string address, IEnumerable<(string Parameter, string Value)> values)
    {
        var query = string.Join('&', values.Where(one => one.Value != "").Select(one =>
            Uri.EscapeDataString(one.Parameter) + "=" + (MergeTags.IsNoValue(one.Value) ? one.Value.Replace(" ", "%20", StringComparison.Ordinal)
                : Uri.EscapeDataString(one.Value))));
        return query == "" ? address : $"{address}?{query}";
    }
}
