using LeadCapture.Forms;
using LeadCapture.Forms.Fields;
using static LeadCapture.Admin.Forms.Share.ShareText;

namespace LeadCapture.Admin.Forms.Share;

/// A parameter that a form's link may have, with what was typed for it.
public sealed record LinkField(string Name, string Label, string Value)
{
    private static readonly string[] Campaign = ["utm_source", "utm_medium", "utm_campaign"];

    public string InputName => "fill." + Name;

    /// Null: anything can be typed.
    public IReadOnlyList<(string Value, string Label)>? Choices { get; init; }

    /// What the form reads from its link, and the campaign, which is counted for every form.
    public static IReadOnlyList<LinkField> Of(FormDefinition form, Func<string, string> typed)
    {
        var own = PrefilledLink.FieldsOf(form).Select(one => Of(one.Field, one.Parameter, typed)).ToList();
        return
        [
            .. own,
            .. Campaign.Where(name => own.TrueForAll(field => field.Name != name))
                .Select(name => Filled(new LinkField(name, name, ""), typed)),
        ];
    }

    private static LinkField Of(Field field, string parameter, Func<string, string> typed) => Filled(
        new(parameter, field.ShownLabel, "")
        {
            Choices = field.Kind is CheckboxesKind || field.Choices is not { Count: > 0 } choices ? null
                : [("", T["Leave empty"]), .. choices.Select(option => (option.Value, option.Label))],
        }, typed);

    private static LinkField Filled(LinkField field, Func<string, string> typed) => field with { Value = typed(field.InputName).Trim() };
}
