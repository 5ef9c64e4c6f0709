using static LeadCapture.Admin.Leads.Import.ImportText;

namespace LeadCapture.Admin.Leads.Import;

/// The lines that were not taken, as a file to correct and import again: what is wrong stands in its first column.
public static class BadLines
{
    public static string Text(ImportReview review)
    {
        if (review.Bad.Count == 0)
            return "";
        using var text = new StringWriter(InvariantCulture);
        using (var csv = Csv.Writer(text))
        {
            csv.WriteCells(Head(review.Table));
            csv.EndRecord();
            foreach (var line in review.Bad)
            {
                csv.WriteCells(Row(review.Table, line));
                csv.EndRecord();
            }
        }
        return text.ToString();
    }

    /// As they are kept: made safe once more.
    public static CsvFile File(string text) => LeadTableReader.Read(text).Table is { } table
        ? new("not-taken.csv", [.. table.Columns.Select(column => column.Heading)],
            table.Lines.Select(line => (IReadOnlyList<string?>)[.. line.Cells.Select(Csv.Plain)]).ToAsyncEnumerable())
        : new("not-taken.csv", [LeadColumn.Problem], AsyncEnumerable.Empty<IReadOnlyList<string?>>());

    /// The sentences of the lines that are kept.
    public static IReadOnlyList<string> Sentences(string text) =>
        LeadTableReader.Read(text).Table is { } table ? [.. table.Lines.Select(line => Csv.Plain(line.Cells[0]))] : [];

    private static IEnumerable<string> Head(LeadTable table) =>
        [LeadColumn.Problem, .. table.Columns.Where(IsKept).Select(column => column.Heading)];

    /// A line whose cells do not belong to the columns keeps them as they are.
    private static IEnumerable<string> Row(LeadTable table, CheckedLine line) =>
    [
        Sentence(line),
        .. line.Line.Cells.Where((_, place) => place >= table.Columns.Count || IsKept(table.Columns[place])).Select(Csv.Plain),
    ];

    private static string Sentence(CheckedLine line) => T["Line {0}: {1}", line.Line.Number, string.Join(" · ", line.Problems
        .Select(problem => problem.Column == "" ? problem.Message : T["{0}: {1}", problem.Column, problem.Message]))];

    /// That of an earlier import is over.
    private static bool IsKept(LeadColumn column) => column.Heading != LeadColumn.Problem;
}
