using LeadCapture.Admin.Leads.Import;
using LeadCapture.Forms;
using LeadCapture.Forms.Fields;

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
            if (targets[column] != Target.None && FileTable.Said(line.Cells[column]) is { Length: > 0 } text && !MergeTags.IsNoValue(text))
                reading.Take(targets[column], table.NameOf(column), text);
        reading.PartName();
        return reading;
    }

    public Answers Answers => new()
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
        return columns.GetValueOrDefault(Target.Custom + key) ?? form.FieldOf(key)?.Label ?? key;
    }

    /// Of several values in one cell.
    public static string First(string text) => text.Split(Several)[0].Trim();

    private void Take(string target, string column, string text)
    {
        if (Rewritten.IsShortened(text))
            Problems.Add(new(column, "A spreadsheet has shortened this number. Format the column as text, and enter it again."));
        if (target == Target.FullName)
            name = name == "" ? text : name;
        else if (ContactFields.Find(target) is { } property)
            Add(properties, target, property.Kind == FieldKinds.LongText ? text : First(text), target, column);
        else if ((target == Target.Custom ? InputNormalizer.Key(column) : Target.KeyOf(target)) is { Length: > 0 } key)
            Add(keys, key, form.FieldOf(key)?.Kind == FieldKinds.Checkboxes ? text.Replace(';', ',') : text, Target.Custom + key, column);
    }

    private void Add(Dictionary<string, string> answers, string id, string text, string filled, string column)
    {
        if (answers.TryAdd(id, text))
            columns[filled] = column;
    }

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
