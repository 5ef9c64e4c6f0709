using LeadCapture.Benchmarks.Scale;
using LeadCapture.Deliveries;

namespace LeadCapture.Benchmarks.Backlog;

/// Leads that came in over one day and all wait: to be sent, or for a person.
public static class BacklogData
{
    public static IReadOnlyList<TableRows> Of(int leads, DateTime now, DeliveryState state)
    {
        var first = now - TimeSpan.FromDays(1);
        DateTime Received(int lead) => first + (TimeSpan.FromDays(1) * ((double)lead / leads));
        Guid[] ids = [.. Enumerable.Range(0, leads).Select(i => Guid.CreateVersion7(Received(i)))];
        return
        [
            .. ScaleData.Forms(first),
            new("leads", ScaleData.LeadColumns, ids.Select((id, i) => ScaleData.LeadOf(i, id, Received(i)))),
            new("deliveries", ScaleData.DeliveryColumns, ids.Select((id, i) =>
                ScaleData.DeliveryOf(i, id, state, 0, state == DeliveryState.Waiting ? Received(i) : null, 0, 0))),
        ];
    }
}
