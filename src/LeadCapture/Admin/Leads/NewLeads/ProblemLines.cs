using static LeadCapture.Admin.Leads.NewLeads.NewLeadText;

namespace LeadCapture.Admin.Leads.NewLeads;

/// The lines that are not imported, as a file to put right and import again: what is wrong stands in its first column, the others are
/// those of the file.
public static class ProblemLines
{
    private const string Name = "not-imported.csv";

    public static string Text(NewLeadReview review)
    {
        if (review.Bad.Count == 0)
            return "";
        var table = review.File.Table;
        using var text = new StringWriter(InvariantCulture);
        using (var csv = Csv.Writer(text))
        {
            csv.WriteCells(Row(table, LeadColumn.Problem, table.Headings));
            csv.EndRecord();
            foreach (var line in review.Bad)
            {
                csv.WriteCells(Row(table, Sentence(line), line.Line.Cells));
                csv.EndRecord();
            }
        }
        return text.ToString();
    }

    /// As they are kept: made safe once more.
    public static CsvFile File(string text)
    {
        var rows = FileRows.Read(text, ',').Select(row => (IReadOnlyList<string?>)[.. row.Cells.Select(Csv.Plain)]).ToList();
        return new(Name, rows.Count > 0 ? [.. rows[0]!] : [LeadColumn.Problem], rows.Skip(1).ToAsyncEnumerable());
    }

    /// The sentences of the lines that are kept.
    public static IReadOnlyList<string> Sentences(string text) =>
        [.. FileRows.Read(text, ',').Skip(1).Select(row => Csv.Plain(row.Cells[0]))];

    /// The problem of an earlier import is over.
    private static IEnumerable<string> Row(FileTable table, string first, IReadOnlyList<string> cells) =>
        cells.Where((_, column) => !table.IsTold(column)).Select(Csv.Plain).Prepend(first);

    private static string Sentence(NewLead line) => T["Line {0}: {1}", line.Line.Number, string.Join(" · ", line.Problems
        .Select(problem => problem.Column == "" ? problem.Message : T["{0}: {1}", problem.Column, problem.Message]))];
}
