namespace LeadCapture.Admin.Leads.NewLeads;

/// What a file would do. Of the leads only the first are kept to be shown.
public sealed class NewLeadReview(NewLeadFile file)
{
    public const int Shown = 10;

    private readonly List<NewLead> first = [];
    private readonly List<NewLead> bad = [];

    public NewLeadFile File => file;

    public int Ready { get; private set; }

    /// Imported before, or the same line stands above.
    public int Known { get; private set; }

    public int Empty { get; private set; }

    public IReadOnlyList<NewLead> First => first;

    public IReadOnlyList<NewLead> Bad => bad;

    public void Add(IEnumerable<NewLead> lines)
    {
        foreach (var line in lines)
            switch (line.Fate)
            {
                case LineFate.Bad:
                    bad.Add(line);
                    break;
                case LineFate.Known:
                    Known++;
                    break;
                case LineFate.Empty:
                    Empty++;
                    break;
                default:
                    Ready++;
                    if (first.Count < Shown)
                        first.Add(line);
                    break;
            }
    }
}
