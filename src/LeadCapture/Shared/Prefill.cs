using LeadCapture.Forms;
using LeadCapture.Forms.Fields;
using Microsoft.Extensions.Primitives;

namespace LeadCapture.Shared;

/// What a link fills in: made by mail tools and advertisements, which encode twice, or leave the name of a value in its place. Some fields
/// are filled by the visit itself.
public sealed class Prefill
{
    /// Nobody sees the end of a longer address.
    private const int LongestAddress = 500;

    private readonly FormDefinition form;
    private readonly PageView view;
    private readonly Dictionary<string, string> values;
    private readonly Attribution? attribution;

    private Prefill(FormDefinition form, QueryString link, PageView view)
    {
        (this.form, this.view) = (form, view);
        values = PostedForm.Inputs(link).Select(input => KeyValuePair.Create(input.Key, Last(input.Value)))
            .ToDictionary(StringComparer.OrdinalIgnoreCase);
        attribution = values.Count > 0 || view.Referrer != "" ? Attribution.Of(Told) : null;
    }

    public static Submission Of(FormDefinition form, QueryString link, PageView view) => new Prefill(form, link, view).Read();

    private Submission Read() => new()
    {
        Properties = ContactFields.All.Select(known => (known.Property, Value: ValueOf(Asked(known) ?? known)))
            .Where(answer => answer.Value is not null).ToDictionary(answer => answer.Property!, answer => answer.Value!),
        CustomFields = [.. CustomOf()],
        Page = values.GetValueOrDefault("page", ""),
        Attribution = attribution,
        IsBlank = true,
    };

    /// Where a script of the page around it says nothing of these two, the visit itself does.
    private string? Told(string name) => values.GetValueOrDefault(name) ?? name switch
    {
        Touch.Referrer => view.Referrer,
        Touch.LandingPage => Around,
        _ => null,
    };

    private string Around => values.GetValueOrDefault("page") is { Length: > 0 } around ? around : view.Address;

    private Field? Asked(Field known) => form.Fields.FirstOrDefault(field => field.Property == known.Property);

    /// Null: nothing fills the field.
    private string? ValueOf(Field field) => field.Source switch
    {
        AnswerSource.Fixed => null,
        AnswerSource.Page => Address(field, Around),
        AnswerSource.Referrer => Address(field, attribution?[Touch.Referrer] ?? ""),
        _ when Linked(field.Parameter ?? field.Id) is { } value =>
            (field.Property is { } property ? ContactFields.Get(property).Kind : field.Kind).FromLink(value),
        _ => null,
    };

    private string? Linked(string parameter) => parameter is Touch.Referrer or Touch.LandingPage
        ? attribution?[parameter]
        : values.GetValueOrDefault(parameter);

    private static string? Address(Field field, string address)
    {
        var longest = Math.Min(LongestAddress, field.MaxLength ?? LongestAddress);
        return address == "" ? null : address.Length <= longest ? address : address[..longest];
    }

    private IEnumerable<CustomRow> CustomOf()
    {
        var index = 0;
        foreach (var field in form.Fields.Where(field => field.Key is not null))
            if (ValueOf(field) is { } value)
                yield return new(index++, field.Key!, value);
        var rows = PostedForm.Read(values.Select(value => KeyValuePair.Create(value.Key, new StringValues(value.Value))));
        foreach (var row in rows.CustomFields.Where(IsOfLink).Take(FormRules.MostCustomFields - index))
            yield return row with { Index = index++ };
    }

    private bool IsOfLink(CustomRow row) => form.FieldOf(row.Key)?.Source is null or AnswerSource.Link;

    private static string Last(StringValues values) =>
        values.Select(InputNormalizer.Clean).LastOrDefault(value => value != "" && !MergeTags.IsNoValue(value)) ?? "";
}
