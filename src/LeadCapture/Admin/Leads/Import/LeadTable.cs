namespace LeadCapture.Admin.Leads.Import;

/// A line of the file, by the number that an editor shows for where it begins. Problem: it has no cells that belong to the columns.
public sealed record TableLine(int Number, IReadOnlyList<string> Cells, string Problem = "");

/// A file of leads as cells.
public sealed record LeadTable(IReadOnlyList<LeadColumn> Columns, IReadOnlyList<TableLine> Lines)
{
    /// A lead that stands there twice counts with its first line.
    private readonly Dictionary<Guid, int> firstLines = Lines.Where(line => line.Problem == "")
        .Select(line => (Id: IdOf(Columns, line), line.Number)).Where(line => line.Id is not null)
        .DistinctBy(line => line.Id).ToDictionary(line => line.Id!.Value, line => line.Number);

    public IReadOnlyList<string> Unknown =>
        [.. Columns.Where(column => column.Kind == ColumnKind.Unknown && column.Heading != "").Select(column => column.Heading)];

    public Guid? IdOf(TableLine line) => line.Problem == "" ? IdOf(Columns, line) : null;

    public int FirstLineOf(Guid id) => firstLines[id];

    public string Cell(TableLine line, LeadColumn column) => Cell(Columns, line, column);

    /// The cells that say what a lead answered.
    public IEnumerable<(LeadColumn Column, string Text)> Answers(TableLine line) =>
        Columns.Zip(line.Cells).Where(cell => cell.First.Kind is ColumnKind.Property or ColumnKind.Custom or ColumnKind.MoreCustom);

    private static Guid? IdOf(IReadOnlyList<LeadColumn> columns, TableLine line) =>
        Guid.TryParse(Cell(columns, line, LeadColumn.Id), out var id) ? id : null;

    private static string Cell(IReadOnlyList<LeadColumn> columns, TableLine line, LeadColumn column)
    {
        for (var place = 0; place < columns.Count; place++)
            if (columns[place] == column)
                return line.Cells[place].Trim();
        return "";
    }
}
