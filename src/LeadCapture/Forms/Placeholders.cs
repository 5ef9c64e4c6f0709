using System.Text.RegularExpressions;

namespace LeadCapture.Forms;

/// Answers in the texts of a confirmation: {firstName}, {company}, or the property or key of any other field. One without an answer goes,
/// with the blank and the comma before it, so that “Thank you, {firstName}!” still reads well. What names no field stays as it is.
public static partial class Placeholders
{
    /// Written says how an answer stands in the text; null: as it is.
    public static string Fill(string text, FormDefinition form, SubmittedAnswers answers, Func<string, string>? written = null)
    {
        text = WithoutEmpty(text, id => ValueOf(id, form, answers) == "");
        return Filled().Replace(text, match => match.Groups["id"] is { Success: true } id && ValueOf(id.Value, form, answers) is { } value
            ? written?.Invoke(value) ?? value
            : match.Value);
    }

    /// The text as it reads for somebody who answered nothing.
    public static string Drop(string text, FormDefinition form) => Fill(text, form, new());

    /// One after the other: without the one, the next may be the first of its line.
    private static string WithoutEmpty(string text, Func<string, bool> isEmpty)
    {
        while (Standing().Matches(text).FirstOrDefault(match => match.Groups["id"].Success && isEmpty(match.Groups["id"].Value)) is { } empty)
            text = text[..empty.Index] + empty.Groups["next"].Value.ToUpperInvariant() + text[(empty.Index + empty.Length)..];
        return text;
    }

    /// Null: there is no such field.
    private static string? ValueOf(string id, FormDefinition form, SubmittedAnswers answers)
    {
        if (form.FieldOf(id) is { } custom)
            return answers.CustomFields.Find(answer => answer.Key.Equals(custom.Key, StringComparison.OrdinalIgnoreCase)) is { } answer
                ? custom.Show(answer.Value)
                : "";
        if (ContactFields.All.FirstOrDefault(field => field.Property!.Equals(id, StringComparison.OrdinalIgnoreCase)) is not { } known)
            return null;
        return answers.Properties.TryGetValue(known.Property!, out var value) ? form.PropertyField(known.Property!).Show(value) : "";
    }

    /// The address of a link takes no answer: it leads to others.
    [GeneratedRegex(@"\]\([^()\s]*\)|\{(?<id>[^{}\r\n]{1,90})\}")]
    private static partial Regex Filled();

    [GeneratedRegex(@"\]\([^()\s]*\)|^(?<mark>\**)\{(?<id>[^{}\r\n]{1,90})\}\k<mark>[,;:]?[ \t]*(?<next>\p{Ll}?)"
        + @"|[ \t]*,?[ \t]*(?<mark>\**)\{(?<id>[^{}\r\n]{1,90})\}\k<mark>", RegexOptions.Multiline)]
    private static partial Regex Standing();
}
