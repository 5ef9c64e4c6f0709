using System.Security.Cryptography;

namespace LeadCapture.Data;

/// Writes into the store that somebody is there, once a minute and whenever somebody asks whether a lead can be stored. After a
/// start it shows how long nobody was.
public sealed partial class Heart(Store store, TimeProvider clock, ILogger<Heart> logger) : BackgroundService
{
    private const int RoomOfALead = 32 * 1024;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// Null before the first one.
    public async Task<DateTime?> Last()
    {
        await using var reading = await store.Read();
        var found = await reading.Query("SELECT at FROM heartbeats WHERE id = 1", row => reading.TimeOrNull(row, 0));
        return found.SingleOrDefault();
    }

    public async Task Beat()
    {
        await using var transaction = await store.Begin();
        transaction.Add("UPDATE heartbeats SET at = $1, room = $2 WHERE id = 1",
            clock.GetUtcNow().UtcDateTime, RandomNumberGenerator.GetBytes(RoomOfALead));
        await transaction.Commit();
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryBeat();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Elsewhere: whatever moves the clock does not wait for the disk, and beats that come together are one.
        await clock.Every(Pause, () => Task.Run(TryBeat, CancellationToken.None), stoppingToken);
    }

    private async Task TryBeat()
    {
        try
        {
            await Beat();
        }
        catch (Exception fault)
        {
            BeatFailed(fault.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The heartbeat could not be saved ({Fault}); retrying in a minute")]
    private partial void BeatFailed(string fault);
}
