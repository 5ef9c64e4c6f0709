using CsvHelper;
using static LeadCapture.Admin.Leads.Import.ImportText;

namespace LeadCapture.Admin.Leads.Import;

/// Makes cells of a file, whatever was sent. A file that cannot be used gives a sentence instead.
public static class LeadTableReader
{
    public const int MostLines = 20_000;
    public const int MostColumns = 500;

    private static string TooMany => T["The file has more than {0:N0} leads. Split it and import the parts one by one.", MostLines];

    private static string TooWide =>
        T["The first line has more than {0} columns. Keep those of the download and those that you edited.", MostColumns];

    public static (LeadTable? Table, string Problem) Read(string text, CancellationToken stop = default)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
            return (null, T["This is not a CSV file. Save it as CSV in Excel or LibreOffice, then choose it here."]);
        // Spreadsheets part cells as it is done in their country: the right sign is the one that shows the column of the ids.
        foreach (var sign in ",;\t")
        {
            stop.ThrowIfCancellationRequested();
            if (Parted(text, sign))
                return Lines(text, sign, stop);
        }
        return (null, T["The first line has no “{0}” column. Download the leads as CSV and edit that file.", LeadColumn.Id.Heading]);
    }

    private static bool Parted(string text, char sign)
    {
        using var csv = Reader(text, sign);
        return csv.Read() && Cells(csv).Any(heading => LeadColumn.Of(heading.Trim()) == LeadColumn.Id);
    }

    private static (LeadTable? Table, string Problem) Lines(string text, char sign, CancellationToken stop)
    {
        HashSet<long> badQuotes = [];
        using var csv = Reader(text, sign, badQuotes);
        csv.Read();
        if (csv.FieldCount > MostColumns)
            return (null, TooWide);
        var columns = Cells(csv).Select(heading => LeadColumn.Of(Csv.Plain(heading.Trim()))).ToList();
        if (ProblemOf(columns) is { } wrong)
            return (null, wrong);
        List<TableLine> lines = [];
        while (csv.Read())
        {
            stop.ThrowIfCancellationRequested();
            var cells = Cells(csv).ToArray();
            if (cells.All(string.IsNullOrWhiteSpace))
                continue;
            if (lines.Count == MostLines)
                return (null, TooMany);
            lines.Add(Line((int)csv.LineNumber, cells, columns.Count, badQuotes.Contains(csv.LineNumber)));
        }
        return lines.Count == 0 ? (null, T["The file has column headings but no leads"]) : (new(columns, lines), "");
    }

    private static CsvReader Reader(string text, char sign, HashSet<long>? badQuotes = null) => CsvReader.FromText(text, new()
    {
        Separator = sign,
        HasHeader = false,
        TrackLineNumbers = true,
        OnMalformedRecord = record => badQuotes?.Add(record.LineNumber),
    });

    private static IEnumerable<string> Cells(CsvReader csv) => Enumerable.Range(0, csv.FieldCount).Select(csv.GetString);

    private static string? ProblemOf(List<LeadColumn> columns)
    {
        if (!columns.Contains(LeadColumn.Version))
            return T["The first line has no “{0}” column. It is needed to detect corrections made in the meantime.", LeadColumn.Version.Heading];
        HashSet<(ColumnKind, string)> seen = [];
        return columns.Find(column => column.Kind > ColumnKind.Told && !seen.Add(column.Meaning)) is { } twice
            ? T["The column “{0}” appears twice. Keep only one.", twice.Heading].Value
            : null;
    }

    /// Cells behind the last column are no matter where they are empty.
    private static TableLine Line(int number, string[] cells, int columns, bool badQuotes)
    {
        if (cells.Length > columns && cells.Skip(columns).All(string.IsNullOrWhiteSpace))
            cells = cells[..columns];
        if (badQuotes)
            return new(number, cells, T["A quotation mark is missing or is in the middle of a cell"]);
        return new(number, cells, cells.Length == columns
            ? ""
            : T["This line has {0} cells, but the first line has {1}", cells.Length, columns]);
    }
}
