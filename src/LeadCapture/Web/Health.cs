using LeadCapture.Data;

namespace LeadCapture.Web;

/// For machines: alive, and ready to take leads.
public sealed class Health(Heart heart, TimeProvider clock)
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
}

public static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("alive"));
        app.MapGet("/health/ready", (Health health) => health.Ready());
    }
}
