using LeadCapture.Benchmarks.Scale;

namespace LeadCapture.Benchmarks.Backlog;

/// Leads that came in over one day and all wait.
public static class BacklogData
{
    public static IReadOnlyList<TableRows> Of(int leads, DateTime now)
    {
        var first = now - TimeSpan.FromDays(1);
        DateTime Received(int lead) => first + (TimeSpan.FromDays(1) * ((double)lead / leads));
        Guid[] ids = [.. Enumerable.Range(0, leads).Select(i => Guid.CreateVersion7(Received(i)))];
        return
        [
            .. ScaleData.Forms(first),
            new("leads", ScaleData.LeadColumns, ids.Select((id, i) => ScaleData.LeadOf(i, id, Received(i)))),
            new("deliveries", "lead_id, state, priority, due_at, attempts, failures",
                ids.Select((id, i) => new object?[] { id, 0, 0, Received(i), 0, 0 })),
        ];
    }
}
