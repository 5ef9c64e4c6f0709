namespace LeadCapture.Admin.Leads.Import;

/// What a file would do. Of the changes only the first are kept to be shown.
public sealed class ImportReview(LeadTable table)
{
    public const int Shown = 20;

    private readonly List<CheckedLine> changes = [];
    private readonly List<CheckedLine> bad = [];

    public LeadTable Table => table;

    public int Changed { get; private set; }

    public int Unchanged { get; private set; }

    /// Of what would change: those that wait for a person.
    public int NeedAttention { get; private set; }

    public bool HasLostLetters { get; private set; }

    public IReadOnlyList<CheckedLine> Changes => changes;

    public IReadOnlyList<CheckedLine> Bad => bad;

    public void Add(IEnumerable<CheckedLine> lines)
    {
        foreach (var line in lines)
        {
            HasLostLetters |= line.HasLostLetters;
            if (line.IsBad)
                bad.Add(line);
            else if (line.Planned is not { } planned)
                Unchanged++;
            else
            {
                Changed++;
                NeedAttention += planned.NeedsAttention ? 1 : 0;
                if (changes.Count < Shown)
                    changes.Add(line);
            }
        }
    }
}
