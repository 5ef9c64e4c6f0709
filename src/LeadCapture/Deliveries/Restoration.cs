using LeadCapture.Data;
using LeadCapture.Settings;

namespace LeadCapture.Deliveries;

/// A restored backup does not know what was sent since it was made: what waits in it is looked up before it is sent.
public sealed partial class Restoration(
    Store store, StoreMark mark, Heart heart, StoreOptions options, TimeProvider clock, ILogger<Restoration> logger)
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromHours(1);

    /// Once, before anything is sent.
    public async Task Look()
    {
        mark.Read();
        var home = await store.Home();
        if (await IsOlder(home) || options.Restored || await WasSilent())
            await Doubt();
        mark.Begin(home);
        await heart.Beat();
    }

    private async Task<bool> IsOlder(string home)
    {
        if (mark.Home != "" && home != "" && mark.Home != home)
            return true;
        await using var reading = await store.Read();
        return await Misses(reading, "SELECT 1 FROM leads WHERE id = $1", mark.Lead)
            || await Misses(reading, "SELECT 1 FROM attempts WHERE id = $1", mark.Attempt);
    }

    private static async ValueTask<bool> Misses(SqlReader reading, string sql, Guid id) =>
        id != default && (await reading.Query(sql, row => row.GetInt32(0), id)).Count == 0;

    private async Task<bool> WasSilent() =>
        await heart.Last() is { } last && clock.GetUtcNow().UtcDateTime - last > LongestSilence;

    private async Task Doubt()
    {
        await using var transaction = await store.Begin();
        var place = transaction.Add(Store.DoubtSql);
        await transaction.Commit();
        if (transaction.Counts[place] is > 0 and var count)
            Doubted(count);
    }

    [LoggerMessage(LogLevel.Warning,
        "The store may be a restored backup: {Count} leads that wait are looked up in Reply.io before they are sent")]
    private partial void Doubted(int count);
}
