using LeadCapture.Admin.Leads.Import;
using LeadCapture.Forms;
using LeadCapture.Forms.Fields;
using static LeadCapture.Admin.Leads.NewLeads.NewLeadText;

namespace LeadCapture.Admin.Leads.NewLeads;

/// What a line says by what its columns become. Of several columns for one answer, the first that is filled counts.
public sealed class LineReading(FormDefinition form)
{
    /// Google's.
    private const string Several = " ::: ";

    private readonly Dictionary<string, string> properties = [];
    private readonly Dictionary<string, string> keys = new(StringComparer.OrdinalIgnoreCase);
    private string name = "";

    /// Which column filled a property or a key.
    private readonly Dictionary<string, string> columns = new(StringComparer.OrdinalIgnoreCase);

    public List<LineProblem> Problems { get; } = [];

    public static LineReading Of(FormDefinition form, FileTable table, IReadOnlyList<string> targets, TableLine line)
    {
        var reading = new LineReading(form);
        for (var column = 0; column < targets.Count; column++)
            reading.Take(targets[column], table.NameOf(column), FileTable.Said(line.Cells[column]));
        reading.PartName();
        return reading;
    }

    public SubmittedAnswers Answers => new()
    {
        Properties = properties,
        CustomFields = [.. keys.Select(one => new CustomAnswer(one.Key, one.Value))],
    };

    public bool IsEmpty => properties.Count + keys.Count == 0;

    /// The column in which a failure of the form's rules would be mended; where there is none, the field by its label.
    public string ColumnOf(string input, Submission submission)
    {
        if (ContactFields.Find(input) is not null)
            return columns.GetValueOrDefault(input) ?? form.PropertyField(input).Label;
        if (input.Split(['[', ']']) is not [_, var number, ..])
            return "";
        var key = submission.CustomFields.Find(row => row.Index.ToString(InvariantCulture) == number)?.Key ?? number;
        return columns.GetValueOrDefault(Target.Custom + key) ?? form.FieldOf(key)?.ShownLabel ?? key;
    }

    /// Of several values in one cell.
    public static string First(string text) => text.Split(Several)[0].Trim();

    private void Take(string target, string column, string text)
    {
        var filled = FilledBy(target, column);
        // Where nothing stands, it would be mended in the first column for it.
        columns.TryAdd(filled, column);
        if (target == Target.None || text == "" || MergeTags.IsNoValue(text))
            return;
        if (Rewritten.IsShortened(text))
            Problems.Add(new(column, T["A spreadsheet has shortened this number. Format the column as text, and enter it again."]));
        if (target == Target.FullName)
            name = name == "" ? text : name;
        else if (ContactFields.Find(target) is { } property)
            Fill(properties, target, property.Kind == FieldKinds.LongText ? text : First(text));
        else if (filled[Target.Custom.Length..] is { Length: > 0 } key)
            Fill(keys, key, form.FieldOf(key)?.Kind == FieldKinds.Checkboxes ? text.Replace(';', ',') : text);

        void Fill(Dictionary<string, string> answers, string id, string answer)
        {
            if (answers.TryAdd(id, answer))
                columns[filled] = column;
        }
    }

    /// Property, or key with a mark before it.
    private static string FilledBy(string target, string column) => target == Target.Custom ? Target.Custom + InputNormalizer.Key(column)
        : Target.KeyOf(target) is { } key ? Target.Custom + key
        : target;

    /// “Lee, Ann” and “Ann Marie Lee”: a name of its own column goes before.
    private void PartName()
    {
        if (name == "" || properties.ContainsKey("firstName") || properties.ContainsKey("lastName"))
            return;
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        var blank = name.LastIndexOf(' ');
        var (first, last) = comma > 0 ? (name[(comma + 1)..], name[..comma])
            : blank > 0 ? (name[..blank], name[(blank + 1)..])
            : (name, "");
        foreach (var (property, part) in ((string, string)[])[("firstName", first.Trim()), ("lastName", last.Trim())])
            if (part != "")
                properties[property] = part;
    }
}
