using LeadCapture.Forms.Fields;
using LeadCapture.Localization;
using static LeadCapture.Admin.Forms.FormsText;

namespace LeadCapture.Admin.Forms.Editing;

/// What people call the kinds of fields.
public static class KindWords
{
    private static readonly Dictionary<string, string> All = new()
    {
        ["text"] = Texts.Key("Short text"),
        ["email"] = Texts.Key("Email address"),
        ["phone"] = Texts.Key("Phone number"),
        ["url"] = Texts.Key("Web address"),
        ["longText"] = Texts.Key("Long text"),
        ["number"] = Texts.Key("Number"),
        ["date"] = Texts.Key("Date"),
        ["select"] = Texts.Key("Drop-down list"),
        ["radio"] = Texts.Key("Single choice"),
        ["checkboxes"] = Texts.Key("Multiple choice"),
        ["rating"] = Texts.Key("Rating"),
        ["yesNo"] = Texts.Key("Yes or no"),
        ["consent"] = Texts.Key("Consent"),
        ["hidden"] = Texts.Key("Hidden field"),
        ["country"] = Texts.Key("Country"),
        ["timeZone"] = Texts.Key("Time zone"),
    };

    public static string Word(this FieldKind kind) => T[All.GetValueOrDefault(kind.Name, kind.Name)];
}
