using System.Globalization;
using System.Text.RegularExpressions;
using LeadCapture.Forms;
using LeadCapture.ReplyIo;

namespace LeadCapture.Deliveries;

/// What Reply.io complains about, so that it is the same for every lead with the same fault. Field is a contact property, "/" and
/// the key of a custom field, or "" for the contact as a whole.
public sealed partial record RefusalReason(string Field, string Words)
{
    private const string Rows = "customFields[";
    private const string LeftOut = "…";
    private const int LongestRead = 500;
    private const int LongestWords = 200;

    /// Shorter answers are words of every sentence.
    private const int ShortestAnswer = 3;

    /// Keys are those of the custom fields that were sent: Reply.io counts them.
    public static RefusalReason Of(Problem problem, SubmittedAnswers answers, IReadOnlyList<string> keys)
    {
        var field = problem.Field is ['/', ..] ? problem.Field.ToLowerInvariant()
            : RowOf(problem.Field) is not { } row ? problem.Field
            : row < keys.Count ? "/" + keys[row].ToLowerInvariant() : "";
        return new(field, WordsOf(problem.Detail, answers));
    }

    /// Which of the custom fields is meant; null where none is.
    public static int? RowOf(string field) => field.StartsWith(Rows, StringComparison.Ordinal)
        && int.TryParse(field[Rows.Length..].Split(']')[0], NumberStyles.None, InvariantCulture, out var number) ? number : null;

    /// Without what is this lead's own, or differs from answer to answer: quotations, answers, addresses, numbers.
    public static string WordsOf(string detail, SubmittedAnswers answers)
    {
        var words = Quoted().Replace(detail[..Math.Min(detail.Length, LongestRead)], LeftOut);
        foreach (var answer in answers.Properties.Values.Concat(answers.CustomFields.Select(field => field.Value))
            .Where(answer => answer.Length >= ShortestAnswer).OrderByDescending(answer => answer.Length))
            words = Without(words, answer);
        words = Repeated().Replace(Variable().Replace(words, LeftOut), LeftOut);
        return words.Length <= LongestWords ? words : words[..LongestWords];
    }

    private static string Without(string words, string answer)
    {
        for (var at = 0; (at = words.IndexOf(answer, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += LeftOut.Length)
            words = IsWhole(words, at, answer.Length) ? string.Concat(words.AsSpan(0, at), LeftOut, words.AsSpan(at + answer.Length)) : words;
        return words;
    }

    private static bool IsWhole(string words, int at, int length) =>
        (at == 0 || !char.IsLetterOrDigit(words[at - 1]))
        && (at + length == words.Length || !char.IsLetterOrDigit(words[at + length]));

    [GeneratedRegex("""
        "[^"]*"|“[^”]*”|«[^»]*»|`[^`]*`|(?<!\w)'[^']*'(?!\w)|‘[^’]*’
        """)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\S*(?:\d|@|://)\S*")]
    private static partial Regex Variable();

    [GeneratedRegex(@"…(?:[\s,;]*…)+")]
    private static partial Regex Repeated();
}
