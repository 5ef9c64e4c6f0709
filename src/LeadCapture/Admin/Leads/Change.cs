using LeadCapture.Forms;
using LeadCapture.Forms.Fields;

namespace LeadCapture.Admin.Leads;

/// One answer before and after, in people's words; null: it was not there.
public sealed record Change(string Id, Field? Field, string? Was, string? Is)
{
    public string Label => Field?.ShownLabel ?? Id[1..];

    public bool IsCustom => Id.StartsWith(Custom);

    public static IReadOnlyList<Change> Between(SubmittedAnswers before, SubmittedAnswers after, FormDefinition form)
    {
        var (was, now) = (ById(before), ById(after));
        return
        [
            .. from id in was.Keys.Union(now.Keys)
               let change = (Was: was.GetValueOrDefault(id), Is: now.GetValueOrDefault(id))
               where change.Was != change.Is
               let field = FieldOf(id, form)
               select new Change(id, field, Show(field, change.Was), Show(field, change.Is)),
        ];
    }

    /// What one person changed since the answers that the page showed, on top of what another has saved meanwhile.
    public static SubmittedAnswers Merge(SubmittedAnswers shown, SubmittedAnswers typed, SubmittedAnswers stored)
    {
        var (before, mine, merged) = (ById(shown), ById(typed), ById(stored));
        foreach (var id in before.Keys.Union(mine.Keys))
            if (mine.GetValueOrDefault(id) is var value && value != before.GetValueOrDefault(id))
                if (value is null)
                    merged.Remove(id);
                else
                    merged[id] = value;
        return new()
        {
            Properties = merged.Where(one => !one.Key.StartsWith(Custom)).ToDictionary(),
            CustomFields = [.. merged.Where(one => one.Key.StartsWith(Custom)).Select(one => new CustomAnswer(one.Key[1..], one.Value))],
        };
    }

    /// Before the key of a custom field, which may be that of a property.
    private const char Custom = '/';

    private static Dictionary<string, string> ById(SubmittedAnswers answers) => answers.Properties
        .Concat(answers.CustomFields.Select(field => KeyValuePair.Create(Custom + field.Key, field.Value)))
        .ToDictionary(StringComparer.Ordinal);

    private static Field? FieldOf(string id, FormDefinition form) =>
        id.StartsWith(Custom) ? form.FieldOf(id[1..]) : form.PropertyField(id);

    private static string? Show(Field? field, string? value) => value is null ? null : field?.Show(value) ?? value;
}
