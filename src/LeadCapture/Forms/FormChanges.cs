using LeadCapture.Forms.Fields;
using static LeadCapture.Forms.FormText;

namespace LeadCapture.Forms;

/// What changed from one definition of a form to another, in sentences for people.
public static class FormChanges
{
    private const int LongestValue = 60;

    public static IReadOnlyList<string> Between(FormDefinition before, FormDefinition after) =>
    [
        .. Texts(before, after),
        .. Fields(before, after),
        .. Settings(before, after),
    ];

    private static IEnumerable<string> Texts(FormDefinition before, FormDefinition after)
    {
        (string Name, string Before, string After)[] texts =
        [
            (T["Title"], before.Title, after.Title),
            (T["Introduction"], before.Intro, after.Intro),
            (T["Button"], before.SubmitLabel, after.SubmitLabel),
            (T["Title of the confirmation"], before.ThanksTitle, after.ThanksTitle),
            (T["Text of the confirmation"], before.ThanksText, after.ThanksText),
            (T["Text of the closed form"], before.ClosedText ?? "", after.ClosedText ?? ""),
        ];
        return texts.Where(text => text.Before != text.After).Select(text => Changed(text.Name, text.Before, text.After));
    }

    private static IEnumerable<string> Fields(FormDefinition before, FormDefinition after)
    {
        foreach (var added in after.Fields.Where(field => Same(before, field) is null))
            yield return T["Field “{0}” added", added.Label];
        foreach (var removed in before.Fields.Where(field => Same(after, field) is null))
            yield return T["Field “{0}” removed", removed.Label];
        foreach (var field in after.Fields)
            if (Same(before, field) is { } old && !Outline.Same(old, field))
                yield return old.Label != field.Label ? T["Field “{0}” is now called “{1}”", old.Label, field.Label]
                    : old.Required != field.Required && Outline.Same(old with { Required = field.Required }, field)
                        ? field.Required ? T["Field “{0}” is now required", field.Label] : T["Field “{0}” is now optional", field.Label]
                    : !Outline.Same(old.ShowWhen, field.ShowWhen) ? T["Field “{0}”: its condition changed", field.Label]
                    : T["Field “{0}”: its settings changed", field.Label];
        if (!Kept(before, after).SequenceEqual(Kept(after, before), StringComparer.OrdinalIgnoreCase))
            yield return T["The order of the fields changed"];
        if (!Outline.Same(WithoutFields(before), WithoutFields(after)))
            yield return T["Steps or sections changed"];
    }

    private static IEnumerable<string> Settings(FormDefinition before, FormDefinition after)
    {
        (string Name, object? Before, object? After)[] settings =
        [
            (T["The language changed"], before.LanguageTag, after.LanguageTag),
            (T["The look changed"], before.Theme, after.Theme),
            (T["The sites that may embed the form changed"], before.Sites, after.Sites),
            (T["What the confirmation shows changed"], before.Confirmation, after.Confirmation),
            (T["The redirect changed"], before.Redirect, after.Redirect),
            (T["The schedule changed"],
                (before.OpensAt, before.ClosesAt, before.TimeZone), (after.OpensAt, after.ClosesAt, after.TimeZone)),
            (T["The maximum number of leads changed"], before.MaxLeads, after.MaxLeads),
            (T["The privacy notice or imprint changed"],
                (before.PrivacyNotice, before.Imprint), (after.PrivacyNotice, after.Imprint)),
            (T["Spam protection changed"], before.Spam, after.Spam),
            (T["What is sent to Reply.io changed"],
                (before.FreeCustomFields, before.SendUnasked), (after.FreeCustomFields, after.SendUnasked)),
        ];
        return settings.Where(setting => setting is { Before: IReadOnlyList<string> one, After: IReadOnlyList<string> other }
            ? !one.SequenceEqual(other)
            : !Equals(setting.Before, setting.After)).Select(setting => setting.Name);
    }

    private static Field? Same(FormDefinition form, Field field) =>
        form.Fields.FirstOrDefault(other => other.Property == field.Property
            && string.Equals(other.Key, field.Key, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Kept(FormDefinition form, FormDefinition other) =>
        form.Fields.Where(field => Same(other, field) is not null).Select(field => field.Id);

    private static List<FormStep> WithoutFields(FormDefinition form) =>
    [
        .. form.Steps.Select(step => step with { Sections = [.. step.Sections.Select(section => section with { Fields = [] })] }),
    ];

    private static string Changed(string name, string before, string after) => (before, after) switch
    {
        ("", _) => T["{0} added: “{1}”", name, Short(after)],
        (_, "") => T["{0} removed", name],
        _ => T["{0} changed to “{1}”", name, Short(after)],
    };

    private static string Short(string text) => text.Length <= LongestValue ? text : text[..LongestValue].TrimEnd() + "…";
}
