using System.Collections.Concurrent;
using LeadCapture.Data;

namespace LeadCapture.Submissions.ApiKeys;

/// When each API key was last used: noted in memory, stored once a minute, and when the program stops.
public sealed partial class KeyUse(Store store, TimeProvider clock, ILogger<KeyUse> logger) : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<int, DateTime> used = new();

    public void Note(KnownKey key) => used[key.Id] = clock.GetUtcNow().UtcDateTime;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TrySave();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => clock.Every(Pause, TrySave, stoppingToken);

    private async Task TrySave()
    {
        if (used.IsEmpty)
            return;
        try
        {
            await Save();
        }
        catch (Exception fault)
        {
            SaveFailed(fault.GetType().Name);
        }
    }

    private async Task Save()
    {
        var noted = used.ToArray();
        await using var transaction = await store.Begin();
        foreach (var (key, at) in noted)
            transaction.Add("UPDATE api_keys SET last_used_at = $2 WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < $2)", key, at);
        await transaction.Commit();
        // What was used again meanwhile is stored next time.
        foreach (var one in noted)
            used.TryRemove(one);
    }

    [LoggerMessage(LogLevel.Warning, "When API keys were last used could not be saved ({Fault}); retrying in a minute")]
    private partial void SaveFailed(string fault);
}
