using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Settings;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Web;

/// For machines: alive, ready to take leads, and the numbers of the queue.
public sealed class Health(
    IDbContextFactory<LeadDb> databases, Heart heart, Figures figures, StoreClock time, TimeProvider clock)
{
    /// However often anybody asks, leads do not wait for it.
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(250);

    private readonly Lock door = new();
    private Task<bool> answer = Task.FromResult(false);
    private long? askedAt;

    public async Task<IResult> Ready() => await Asked()
        ? Results.Text("ready")
        : Results.Text("no lead can be stored", statusCode: StatusCodes.Status503ServiceUnavailable);

    private Task<bool> Asked()
    {
        lock (door)
        {
            if (answer.IsCompleted && (askedAt is not { } last || clock.GetElapsedTime(last) >= Fresh))
                (askedAt, answer) = (clock.GetTimestamp(), Task.Run(CanStore));
            return answer;
        }
    }

    private async Task<bool> CanStore()
    {
        try
        {
            await heart.Beat();
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    public async Task<IResult> Metrics(CancellationToken aborted)
    {
        await using var db = await databases.CreateDbContextAsync(aborted);
        var gate = await db.Gates.AsNoTracking().SingleAsync(aborted);
        var queue = await figures.Queue(aborted);
        var age = queue.OldestUnsettled is { } since ? (clock.GetUtcNow().UtcDateTime - since).TotalSeconds : 0;
        var lines = Enum.GetValues<DeliveryState>()
            .Select(state => $"leadcapture_deliveries{{state=\"{state}\"}} {queue.States.GetValueOrDefault(state)}");
        return Results.Text($"""
            # HELP leadcapture_deliveries Deliveries by state.
            # TYPE leadcapture_deliveries gauge
            {string.Join('\n', lines)}
            # HELP leadcapture_oldest_waiting_seconds Age of the oldest lead that is not settled.
            # TYPE leadcapture_oldest_waiting_seconds gauge
            leadcapture_oldest_waiting_seconds {age.ToString("0", InvariantCulture)}
            # HELP leadcapture_sending_paused Whether sending is paused.
            # TYPE leadcapture_sending_paused gauge
            leadcapture_sending_paused {(gate.IsOpen ? 0 : 1)}
            # HELP leadcapture_clock_offset_seconds How far the clock of this server is ahead of the database's.
            # TYPE leadcapture_clock_offset_seconds gauge
            leadcapture_clock_offset_seconds {time.Ahead.TotalSeconds.ToString("0.0", InvariantCulture)}

            """, "text/plain; version=0.0.4");
    }
}

public static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("alive"));
        app.MapGet("/health/ready", (Health health) => health.Ready());
        app.MapGet("/metrics", async (Health health, WebOptions options, HttpContext context) =>
            Metrics.Refusal(context, options) ?? await health.Metrics(context.RequestAborted));
    }
}
