using System.Text.RegularExpressions;
using LeadCapture.Admin.Leads.Import;
using static LeadCapture.Admin.Leads.NewLeads.NewLeadText;

namespace LeadCapture.Admin.Leads.NewLeads;

/// Makes cells of a file of whichever tool. A file that cannot be used gives a sentence instead.
public static partial class FileTableReader
{
    /// Known headings, which are English ones in every language.
    private const string GoodHead = "First name, Last name, Email";

    private static readonly char[] Signs = [',', ';', '\t'];

    private static string NoFile =>
        T["This is not a CSV file. Export the contacts as CSV, or save the spreadsheet as CSV, then choose it here."];

    private static string NoHead => T["No line names the columns. Add a first line such as “{0}”.", GoodHead];

    private static string NoLines => T["The file has column headings but no leads"];

    private static string TooMany =>
        T["The file has more than {0:N0} leads. Split it and import the parts one by one.", LeadTableReader.MostLines];

    private static string TooWide => T["The file has more than {0} columns. Remove those that you don't need.", LeadTableReader.MostColumns];

    public static (FileTable? Table, string Problem) Read(string text, CancellationToken stop = default)
    {
        if (text.Contains('\0', StringComparison.Ordinal) || NotCsv().IsMatch(text))
            return (null, NoFile);
        var named = NamedSign().Match(text);
        return HeadLine.Find(text, named.Success ? [named.Groups["sign"].Value[0]] : Signs) is { } head
            ? Read(text, head, stop)
            : (null, NoHead);
    }

    private static (FileTable? Table, string Problem) Read(string text, HeadLine head, CancellationToken stop)
    {
        FileTable? table = null;
        List<TableLine> lines = [];
        foreach (var row in FileRows.Read(text, head.Sign).SkipWhile(row => row.Number < head.Number))
        {
            stop.ThrowIfCancellationRequested();
            if (table is null)
            {
                table = new(HeadingsOf(row), lines);
                if (table.Headings.Count > LeadTableReader.MostColumns)
                    return (null, TooWide);
            }
            else if (!row.IsBlank && !IsHeadAgain(row, table))
                lines.Add(Line(row, table.Headings.Count));
            if (lines.Count > LeadTableReader.MostLines)
                return (null, TooMany);
        }
        return lines.Count == 0 ? (null, NoLines) : (table, "");
    }

    /// Cells behind the last heading that is there are no columns.
    private static string[] HeadingsOf(FileRow row)
    {
        var headings = row.Cells.Select(cell => FileTable.Said(cell).Replace('\n', ' ').Trim()).ToArray();
        return headings[..(Array.FindLastIndex(headings, heading => heading != "") + 1)];
    }

    /// Several exports were put together.
    private static bool IsHeadAgain(FileRow row, FileTable table) =>
        table.Headings.SequenceEqual(HeadingsOf(row), StringComparer.OrdinalIgnoreCase);

    /// Tools leave out empty cells at the end, and add some behind the last column.
    private static TableLine Line(FileRow row, int columns)
    {
        var cells = row.Cells;
        if (cells.Length > columns && cells.Skip(columns).All(string.IsNullOrWhiteSpace))
            cells = cells[..columns];
        if (row.HasBadQuotes)
            return new(row.Number, cells, T["A quotation mark is missing or is in the middle of a cell"]);
        if (cells.Length > columns)
            return new(row.Number, cells, T["This line has {0} cells, but the first line has {1}", cells.Length, columns]);
        return new(row.Number, [.. cells, .. Enumerable.Repeat("", columns - cells.Length)]);
    }

    /// An archive (all of Office's own files), a PDF, a web page, JSON.
    [GeneratedRegex(@"^\s*(?:PK\u0003|%PDF|<|\{|\[)")]
    private static partial Regex NotCsv();

    /// Written above the head line for Excel.
    [GeneratedRegex(@"\A""?sep=(?<sign>[^\r\n])""?[\r\n]", RegexOptions.IgnoreCase)]
    private static partial Regex NamedSign();
}
