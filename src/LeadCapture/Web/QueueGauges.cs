using System.Diagnostics.Metrics;
using LeadCapture.Data;
using LeadCapture.Deliveries;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Web;

/// The numbers of the queue. They stand in the store, which answers when it can, and a gauge cannot wait: so they are read first,
/// and told from memory.
public sealed class QueueGauges
{
    private readonly IDbContextFactory<LeadDb> databases;
    private readonly Figures figures;
    private readonly TimeProvider clock;
    private volatile Reading? last;

    public QueueGauges(
        IMeterFactory meters, IDbContextFactory<LeadDb> databases, Figures figures, StoreClock time, TimeProvider clock)
    {
        (this.databases, this.figures, this.clock) = (databases, figures, clock);
        var meter = meters.Create(AttemptMeter.Name);
        meter.CreateObservableGauge("leadcapture.deliveries", ByState, "{delivery}", "Deliveries by state.");
        meter.CreateObservableGauge("leadcapture.oldest_waiting",
            () => Told(reading => (long)Math.Round(reading.Age.TotalSeconds)), "s",
            "Age of the oldest lead that is waiting or unconfirmed.");
        meter.CreateObservableGauge("leadcapture.sending_paused", () => Told(reading => reading.IsPaused ? 1L : 0L),
            description: "Whether sending is paused.");
        meter.CreateObservableGauge("leadcapture.clock_offset", () => Math.Round(time.Ahead.TotalSeconds, 1), "s",
            "How far the clock of this server is ahead of the database's.");
    }

    /// Figures keeps what is dear to find out.
    public async Task Read(CancellationToken aborted)
    {
        await using var db = await databases.CreateDbContextAsync(aborted);
        var gate = await db.Gates.AsNoTracking().SingleAsync(aborted);
        var queue = await figures.Queue(aborted);
        var age = queue.OldestUnsettled is { } since ? clock.GetUtcNow().UtcDateTime - since : TimeSpan.Zero;
        last = new(queue.States, age, !gate.IsOpen);
    }

    private IEnumerable<Measurement<long>> ByState() => last is not { } reading ? [] : Enum.GetValues<DeliveryState>()
        .Select(state => new Measurement<long>(
            reading.States.GetValueOrDefault(state), new KeyValuePair<string, object?>("state", state.ToString())));

    /// Nothing where nothing was read yet.
    private IEnumerable<Measurement<long>> Told(Func<Reading, long> number) => last is { } reading ? [new(number(reading))] : [];

    private sealed record Reading(IReadOnlyDictionary<DeliveryState, long> States, TimeSpan Age, bool IsPaused);
}
