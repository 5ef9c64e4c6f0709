using CsvHelper;

namespace LeadCapture.Admin.Leads.NewLeads;

/// A line of a file as it is parted by one sign. Number: where an editor shows its beginning.
public sealed record FileRow(int Number, string[] Cells, bool HasBadQuotes)
{
    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);
}

public static class FileRows
{
    /// Read as they are asked for.
    public static IEnumerable<FileRow> Read(string text, char sign)
    {
        HashSet<long> badQuotes = [];
        using var csv = CsvReader.FromText(text, new()
        {
            Separator = sign,
            HasHeader = false,
            TrackLineNumbers = true,
            OnMalformedRecord = record => badQuotes.Add(record.LineNumber),
        });
        while (csv.Read())
            yield return new((int)csv.LineNumber, [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)],
                badQuotes.Contains(csv.LineNumber));
    }
}
