namespace LeadCapture.Benchmarks.Scale;

/// The 95th percentile of every question, for every number of leads.
public sealed class ScaleTable(StoreKind store, IReadOnlyList<int> sizes, double limit = ScaleTable.Limit)
{
    public const double Limit = 50;
    private readonly List<(string Topic, string Question, List<double> Times)> rows = [];

    public StoreKind Store => store;

    public IReadOnlyList<int> Sizes => sizes;

    public bool IsWithinLimit => rows.TrueForAll(row => row.Times.TrueForAll(time => time < limit));

    /// Each topic with its slowest question.
    public IEnumerable<(string Topic, IReadOnlyList<double> Times)> Topics => rows.GroupBy(row => row.Topic)
        .Select(topic => (topic.Key, (IReadOnlyList<double>)[.. sizes.Select((_, size) => topic.Max(row => row.Times[size]))]));

    public void Add(string topic, string question, double time)
    {
        if (rows.Find(row => row.Question == question) is not { Times: { } times })
            rows.Add((topic, question, times = []));
        times.Add(time);
    }

    public void Print()
    {
        Console.WriteLine($"{store}, 95th percentile in ms for so many leads (limit {limit:0})");
        Console.WriteLine($"  {"",-34}{string.Concat(sizes.Select(size => $"{size,10}"))}");
        foreach (var (_, question, times) in rows)
            Console.WriteLine($"  {question,-34}{string.Concat(times.Select(Cell))}");
    }

    private string Cell(double time) => string.Create(InvariantCulture, $"{time,9:0.0}{(time < limit ? ' ' : '!')}");
}
