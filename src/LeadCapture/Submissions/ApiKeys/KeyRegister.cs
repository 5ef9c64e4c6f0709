using System.Collections.Frozen;
using LeadCapture.Data;

namespace LeadCapture.Submissions.ApiKeys;

/// The API keys that hold, in memory: a lead that comes by one asks the store nothing. Read again after a few seconds of use, because
/// another node may have made or revoked one.
public sealed partial class KeyRegister(Store store, TimeProvider clock, ILogger<KeyRegister> logger) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim reading = new(1, 1);
    private volatile Shelf shelf = new(FrozenDictionary<string, KnownKey>.Empty, DateTimeOffset.MinValue);

    /// Null: wrong, revoked, or expired. By the hash, so that how long it takes says nothing about the token.
    public async ValueTask<KnownKey?> Find(string token)
    {
        var found = (await Keys()).GetValueOrDefault(ApiKey.HashOf(token));
        return found?.ExpiresAt <= clock.GetUtcNow().UtcDateTime ? null : found;
    }

    /// One was made or revoked here: do not wait until what is known has aged.
    public void Forget() => shelf = shelf with { ReadAt = DateTimeOffset.MinValue };

    public void Dispose() => reading.Dispose();

    private async ValueTask<FrozenDictionary<string, KnownKey>> Keys()
    {
        var seen = shelf;
        if (clock.GetUtcNow() - seen.ReadAt < Fresh)
            return seen.Keys;
        await reading.WaitAsync();
        try
        {
            return shelf == seen ? (shelf = await ReadAgain(seen)).Keys : shelf.Keys;
        }
        finally
        {
            reading.Release();
        }
    }

    /// Where the store does not answer, the keys of before hold: the lead is refused by the store itself, and can be sent again.
    private async Task<Shelf> ReadAgain(Shelf seen)
    {
        try
        {
            await using var asking = await store.Read();
            var keys = await asking.Query(
                "SELECT id, hash, forms, per_minute, expires_at FROM api_keys WHERE revoked_at IS NULL",
                row => new KnownKey(
                    row.GetInt32(0), row.GetString(1), ApiKey.FormsOf(row.GetString(2)), row.GetInt32(3), asking.TimeOrNull(row, 4)));
            return new(keys.ToFrozenDictionary(key => key.Hash), clock.GetUtcNow());
        }
        catch (Exception fault) when (seen.ReadAt > DateTimeOffset.MinValue)
        {
            ReadFailed(fault);
            return seen with { ReadAt = clock.GetUtcNow() };
        }
    }

    [LoggerMessage(LogLevel.Warning, "API keys could not be reloaded; the previous ones stay in use")]
    private partial void ReadFailed(Exception fault);

    private sealed record Shelf(FrozenDictionary<string, KnownKey> Keys, DateTimeOffset ReadAt);
}
