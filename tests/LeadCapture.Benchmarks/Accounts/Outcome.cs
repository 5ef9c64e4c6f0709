namespace LeadCapture.Benchmarks.Accounts;

/// What happened, lead by lead and account by account.
public sealed class Outcome(string design, Demand demand, IReadOnlyList<Node> nodes)
{
    private static readonly TimeSpan Never = TimeSpan.MaxValue;
    private readonly List<TimeSpan>[] counted = [.. Enumerable.Range(0, demand.Plan.Accounts).Select(_ => new List<TimeSpan>())];
    private readonly TimeSpan[] began = [.. Enumerable.Repeat(Never, demand.Leads.Count + (demand.Burst.Count * demand.Plan.LeadsOfBurst))];

    public string Design => design;
    public Demand Demand => demand;
    public long Events { get; private set; }
    public long StoreCalls { get; private set; }
    public IReadOnlyList<long> CallsOfNodes => [.. nodes.Select(node => node.Calls)];
    public long Calls => nodes.Sum(node => node.Calls);

    /// When Reply.io counted the calls of an account.
    public IReadOnlyList<TimeSpan> CountedOf(int account) => counted[account];

    /// When the first call for a lead began; null: it still waits.
    public TimeSpan? BeganAt(Lead lead) => began[lead.Number] is var at && at == Never ? null : at;

    public void Begin(Lead lead, TimeSpan at, TimeSpan counted)
    {
        this.counted[lead.Account].Add(counted);
        if (began[lead.Number] == Never)
            began[lead.Number] = at;
    }

    public void End(long events, long storeCalls) => (Events, StoreCalls) = (events, storeCalls);
}
