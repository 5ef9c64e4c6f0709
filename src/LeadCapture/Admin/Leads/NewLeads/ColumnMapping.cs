namespace LeadCapture.Admin.Leads.NewLeads;

/// What somebody has made of the columns of a file, for the next one with the same head line.
public sealed class ColumnMapping
{
    public required int FormId { get; init; }

    /// A hash of the headings: see FileTable.
    public required string Head { get; init; }

    /// As JSON, in the order of the columns.
    public required string Columns { get; set; }
}
