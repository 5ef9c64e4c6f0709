using LeadCapture.Catalogue;
using LeadCapture.Forms;
using LeadCapture.Forms.Fields;
using static LeadCapture.Admin.Forms.FormsText;

namespace LeadCapture.Admin.Forms.Editing;

/// What can be added to a form: contact properties, each once, and inputs of every kind, which fill custom fields.
public static class Shelves
{
    private static readonly FieldKind[] NeverAlone = [FieldKinds.Email, FieldKinds.Phone, FieldKinds.Country, FieldKinds.TimeZone];

    public static IEnumerable<Field> PropertiesFor(FormDefinition form) =>
        form.NotAsked.Select(field => field with { Label = field.ShownLabel });

    /// Custom fields that Reply.io has and the form does not send yet, each with the name of what adds it.
    public static IEnumerable<(string Name, string Title)> KnownFor(FormDefinition form, IEnumerable<KnownCustomField> known) =>
        from field in known
        where !form.SentKeys.Any(sent => sent.Key.IsKey(field.Title))
        orderby field.Title
        select ($"{(field.IsNumber ? "number" : "custom")}:{field.Title}", field.Title);

    public static IEnumerable<FieldKind> Inputs => FieldKinds.All.Except(NeverAlone).Concat(NeverAlone);

    /// property:phone, input:rating, custom:Interest, or number:Budget. Null: nothing of that name.
    public static Field? Find(FormDefinition form, string name) => name.Split(':', 2) switch
    {
        ["property", var property] => PropertiesFor(form).FirstOrDefault(field => field.Property == property),
        ["input", var kind] when FieldKinds.Find(kind) is { } known => Input(form, known, known.Word()),
        ["custom", var key] when form.FieldOf(key) is null => Input(form, FieldKinds.Text, key),
        ["number", var key] when form.FieldOf(key) is null => Input(form, FieldKinds.Number, key),
        _ => null,
    };

    /// A copy with a key of its own; null for what a form can have but once.
    public static Field? Copy(FormDefinition form, Field field) =>
        field.Key is { } key ? field with { Key = FreeKey(form, key), Label = T["Copy of {0}", field.Label] } : null;

    private static Field Input(FormDefinition form, FieldKind kind, string name) => new()
    {
        Key = FreeKey(form, name),
        Kind = kind,
        Label = name,
        KeptHere = kind == FieldKinds.Consent,
        Options = kind.Settings.HasFlag(KindSettings.Options)
            ? [.. Enumerable.Range(1, 3).Select(number => T["Option {0}", number].Value).Select(option => new Option(option, option))]
            : [],
    };

    private static string FreeKey(FormDefinition form, string wish) =>
        Enumerable.Range(1, form.Fields.Count + 1).Select(number => number == 1 ? wish : $"{wish} {number}")
            .First(key => form.FieldOf(key) is null);
}
