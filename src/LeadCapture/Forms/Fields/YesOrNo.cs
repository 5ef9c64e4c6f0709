using LeadCapture.Localization;
using static LeadCapture.Forms.FormText;

namespace LeadCapture.Forms.Fields;

/// Yes and no in the words of browsers and programs.
public static class YesOrNo
{
    public static readonly Option Yes = new("yes", Texts.Key("Yes"));
    public static readonly Option No = new("no", Texts.Key("No"));

    /// As people read them.
    public static IReadOnlyList<Option> Options => [Yes with { Label = T[Yes.Label] }, No with { Label = T[No.Label] }];

    /// A browser sends "on" for a box without a value.
    public static Option? Find(string value) => value.ToUpperInvariant() switch
    {
        "YES" or "TRUE" or "ON" or "1" or "Y" or "CHECKED" => Yes,
        "NO" or "FALSE" or "OFF" or "0" or "N" or "UNCHECKED" => No,
        _ => null,
    };

    public static string? ProblemOf(Field field, string value) =>
        Find(value) is null ? T["{0}: choose yes or no", field.ShownLabel].Value : null;
}
