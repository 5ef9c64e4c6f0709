using System.Text.Json;
using LeadCapture.Forms;
using static LeadCapture.Admin.Leads.Import.ImportText;

namespace LeadCapture.Admin.Leads.Import;

/// What a lead would answer by a line: what has no column stays, an empty cell takes the answer away.
public sealed record LineAnswers(Submission Submission)
{
    /// Where the row of a key stands: keys are compared without case, and a file may have a column for each of hundreds.
    private readonly Dictionary<string, int> places = Submission.CustomFields.Select((row, place) => (row.Key, place))
        .DistinctBy(row => row.Key, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(row => row.Key, row => row.place, StringComparer.OrdinalIgnoreCase);

    /// Whether any cell says something else than what is stored.
    public bool Differs { get; private set; }

    /// Cells are left as they are stored because a spreadsheet has lost letters of theirs.
    public bool HasLostLetters { get; private set; }

    public List<LineProblem> Problems { get; } = [];

    /// Null where the cell for more custom fields cannot be read.
    public static LineAnswers? Of(LeadTable table, TableLine line, SubmittedAnswers stored)
    {
        var answers = new LineAnswers(CorrectionPages.SubmissionOf(stored));
        foreach (var (column, cell) in table.Answers(line))
        {
            var text = InputNormalizer.Clean(Csv.Plain(cell));
            if (column.Kind == ColumnKind.Property)
                answers.Set(column.Name, text);
            else if (column.Kind == ColumnKind.Custom)
                answers.SetCustom(column.Name, text);
            else if (Json(text) is not { } more)
                return null;
            else
                foreach (var (key, value) in more)
                    answers.SetCustom(InputNormalizer.Key(key), InputNormalizer.Clean(value));
        }
        return answers;
    }

    /// The column in which a failure of the form's rules would be mended.
    public static string ColumnOf(string input, Submission submission)
    {
        if (ContactFields.Find(input) is { } field)
            return field.Label;
        if (input.Split('[', 2) is not [_, var rest] || rest.LastIndexOf("].", StringComparison.Ordinal) is not (>= 0 and var end))
            return "";
        var number = rest[..end];
        var row = submission.CustomFields.Find(row => row.Index.ToString(InvariantCulture) == number);
        return LeadColumn.Custom(row?.Key ?? number).Heading;
    }

    private void Set(string property, string text)
    {
        if (IsStored(Submission.Properties.GetValueOrDefault(property, ""), text, ContactFields.Get(property).Label))
            return;
        Submission.Properties[property] = text;
        Differs = true;
    }

    /// A key keeps the letters that are stored.
    private void SetCustom(string key, string text)
    {
        var rows = Submission.CustomFields;
        var isThere = places.TryGetValue(key, out var place);
        if (IsStored(isThere ? rows[place].Value : "", text, LeadColumn.Custom(key).Heading))
            return;
        if (!isThere)
        {
            places[key] = rows.Count;
            rows.Add(new(rows.Count, key, text));
        }
        else
            rows[place] = rows[place] with { Value = text };
        Differs = true;
    }

    /// As it stands there, or as a spreadsheet has rewritten it. A number that it has shortened is none to be stored.
    private bool IsStored(string stored, string text, string column)
    {
        if (text == stored || text == InputNormalizer.Clean(stored) || Rewritten.Is(stored, text))
            return true;
        if (LostLetters.IsLossy(stored, text))
            return HasLostLetters = true;
        if (Rewritten.IsShortened(text))
            Problems.Add(new(column, T["A spreadsheet has shortened this number. Format the column as text, and enter it again."]));
        return false;
    }

    private static Dictionary<string, string>? Json(string text)
    {
        try
        {
            return text == "" ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
