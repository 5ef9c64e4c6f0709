using LeadCapture.Forms;
using LeadCapture.Forms.Fields;
using static LeadCapture.Admin.Leads.NewLeads.NewLeadText;

namespace LeadCapture.Admin.Leads.NewLeads;

/// What a column of a file can become.
public sealed record Target(string Value, string Label, TargetGroup Group)
{
    /// It is not imported.
    public const string None = "";

    /// A custom field whose key is the column's heading.
    public const string Custom = "customFields";

    /// Parted into first and last name.
    public const string FullName = "fullName";

    private const string CustomPrefix = Custom + ".";

    /// All of a form, but for Custom, which is named by each column.
    public static IReadOnlyList<Target> Of(FormDefinition form) =>
    [
        .. form.Fields.Select(field => new Target(Of(field), LabelOf(field), TargetGroup.Asked)),
        new(FullName, T["Full name (split into first and last name)"], TargetGroup.Asked),
        .. form.NotAsked.Select(field => new Target(field.Property!, field.ShownLabel, form.SendUnasked ? TargetGroup.Sent : TargetGroup.Kept)),
    ];

    public static TargetGroup GroupOfCustom(FormDefinition form) =>
        form.SendUnasked || form.FreeCustomFields ? TargetGroup.Sent : TargetGroup.Kept;

    public static string Of(Field field) => field.Property ?? CustomPrefix + field.Key;

    /// The key of a custom field; null: it is none of the form's own.
    public static string? KeyOf(string value) =>
        value.StartsWith(CustomPrefix, StringComparison.Ordinal) ? value[CustomPrefix.Length..] : null;

    /// The field that asks for it, in this form or in every form; null for a custom field that the form does not know.
    public static Field? FieldOf(FormDefinition form, string value) => KeyOf(value) is { } key
        ? form.FieldOf(key)
        : ContactFields.Find(value) is null ? null : form.PropertyField(value);

    public static bool CanBeKey(string heading) => InputNormalizer.Key(heading) is { Length: > 0 and <= FieldDefinitionRules.LongestKey };

    private static string LabelOf(Field field) =>
        field is { Required: true, Kind.IsSeen: true } ? T["{0} (required)", field.ShownLabel] : field.ShownLabel;
}

/// Asked by the form, sent to Reply.io although it is not, or only kept with the lead.
public enum TargetGroup { Asked, Sent, Kept }
