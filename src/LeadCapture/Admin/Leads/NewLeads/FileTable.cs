using System.Security.Cryptography;
using System.Text;
using LeadCapture.Admin.Leads.Import;
using LeadCapture.Forms;
using static LeadCapture.Admin.Leads.NewLeads.NewLeadText;

namespace LeadCapture.Admin.Leads.NewLeads;

/// A file of another tool as cells: its headings as they stand there, and the lines below them.
public sealed record FileTable(IReadOnlyList<string> Headings, IReadOnlyList<TableLine> Lines)
{
    private const int IdLength = 32;

    /// The same for every file with the same head line, however its letters are cased and its cells parted.
    public string Head => Hash(string.Join('\n', Headings.Where((_, column) => !IsTold(column)).Select(NewLeads.Headings.Plain)));

    public string NameOf(int column) => Headings[column] == "" ? T["Column {0}", column + 1] : Headings[column];

    /// Added by ourselves before the lines that were not imported. Another tool may have a column of that name, too.
    public bool IsTold(int column) => column == 0 && Headings[0].Equals(LeadColumn.Problem, StringComparison.OrdinalIgnoreCase);

    /// What the line stands for as a submission to a form: made of all that it says, so that it is the same in every file and whatever
    /// becomes of its columns.
    public string IdOf(TableLine line, int form) => Hash(string.Join('\n', Headings.Zip(line.Cells)
        .Where((_, column) => !IsTold(column)).Select(cell => (Heading: NewLeads.Headings.Plain(cell.First), Text: Said(cell.Second)))
        .Where(cell => cell.Text != "")
        .Select(cell => $"{cell.Heading}\t{cell.Text.Replace("\n", "\n\t", StringComparison.Ordinal)}")
        .Order(StringComparer.Ordinal).Prepend(form.ToString(InvariantCulture))))[..IdLength];

    public static string Said(string cell) => InputNormalizer.Clean(Csv.Plain(cell));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
