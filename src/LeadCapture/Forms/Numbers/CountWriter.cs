using LeadCapture.Data;

namespace LeadCapture.Forms.Numbers;

/// Adds what was counted to what the store has, every few seconds and at the end: the nodes add up. What is under way when the program is
/// killed is lost. In plain SQL: an idle program loads no EF Core.
public sealed partial class CountWriter(FormCounter counter, Store store, TimeProvider clock, ILogger<CountWriter> logger)
    : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// A year can be compared with the one before.
    private const int DaysKept = 400;

    private int sweptOn;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryWrite();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => clock.Every(Pause, TryWrite, stoppingToken);

    private async Task TryWrite()
    {
        var taken = counter.Take();
        if (taken.Count == 0)
            return;
        try
        {
            await using var transaction = await store.Begin();
            await Add(transaction, taken);
            // From here on, it may be stored whatever is said: it is not counted twice.
            taken = new Dictionary<CountKey, long>();
            await transaction.Commit();
        }
        catch (Exception fault)
        {
            counter.PutBack(taken);
            WriteFailed(fault.GetType().Name);
        }
    }

    /// In one order on all nodes: they never wait for each other in a circle.
    private async Task Add(SqlTransaction transaction, IReadOnlyDictionary<CountKey, long> taken)
    {
        foreach (var (key, count) in taken.OrderBy(one => (one.Key.Form, one.Key.Day, one.Key.What))
            .ThenBy(one => one.Key.Channel, StringComparer.Ordinal).ThenBy(one => one.Key.Name, StringComparer.Ordinal))
            transaction.Add(
                """
                INSERT INTO form_counts (form_id, day, what, channel, name, count) VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT (form_id, day, what, channel, name) DO UPDATE SET count = form_counts.count + excluded.count
                """,
                key.Form, key.Day, key.What, key.Channel, key.Name, count);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (sweptOn != today.DayNumber)
            transaction.Add("DELETE FROM form_counts WHERE day < $1", FormCount.DayOf(today.AddDays(-DaysKept)));
        await transaction.Flush();
        sweptOn = today.DayNumber;
    }

    [LoggerMessage(LogLevel.Warning, "Saving the numbers of forms failed ({Fault}); retrying in a few seconds")]
    private partial void WriteFailed(string fault);
}
