using LeadCapture.Forms.Fields;

namespace LeadCapture.Admin.Leads.NewLeads;

/// Where the columns of a file are named: some tools write notes above. Known: how many headings are known ones.
public sealed record HeadLine(char Sign, int Number, int Known, int Width)
{
    private const int LongestPreamble = 20;
    private const int LongestHeading = 200;

    /// Spreadsheets part cells as it is done in their country: the right sign is the one that shows the most that is known. Null: no
    /// line names columns.
    public static HeadLine? Find(string text, IReadOnlyList<char> signs) => signs.Select(sign => Find(text, sign)).OfType<HeadLine>()
        .OrderByDescending(head => head.Known).ThenByDescending(head => head.Width).FirstOrDefault();

    private static HeadLine? Find(string text, char sign) => FileRows.Read(text, sign).Take(LongestPreamble)
        .Select(row => Of(row, sign)).OfType<HeadLine>()
        .OrderByDescending(head => head.Known).ThenByDescending(head => head.Width).ThenBy(head => head.Number).FirstOrDefault();

    /// What holds somebody's address is no heading.
    private static HeadLine? Of(FileRow row, char sign)
    {
        var named = row.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell)).ToList();
        return named.Count == 0 || row.HasBadQuotes || named.Exists(cell => cell.Length > LongestHeading || Says(cell))
            ? null
            : new(sign, row.Number, named.Count(cell => Headings.Find(cell) is not null), named.Count);
    }

    private static bool Says(string cell) => EmailSpelling.IsAddress(cell.Trim())
        || cell.Contains("://", StringComparison.Ordinal) || cell.TrimStart('"').StartsWith("sep=", StringComparison.OrdinalIgnoreCase);
}
