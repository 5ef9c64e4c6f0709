using LeadCapture.Deliveries.Queue;

namespace LeadCapture.Deliveries;

/// Looks for what is due, again and again.
internal sealed partial class DeliveryWorker(
    DeliveryQueue queue, Dispatcher dispatcher, OverdueTimes overdue, DeliverySignal signal, TimeProvider clock, ILogger<DeliveryWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(1);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await dispatcher.Finish(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var woken = signal.Next();
            await Sleep(woken, await Look(), stoppingToken);
        }
    }

    private async Task<DateTime> Look()
    {
        try
        {
            await overdue.PutRight();
            return await queue.ClaimDue();
        }
        catch (Exception fault)
        {
            LookFailed(fault);
            return clock.GetUtcNow().UtcDateTime + PauseAfterFault;
        }
    }

    private async Task Sleep(Task woken, DateTime until, CancellationToken stopping)
    {
        var pause = until - clock.GetUtcNow().UtcDateTime;
        try
        {
            await woken.WaitAsync(pause > ShortestPause ? pause : ShortestPause, clock, stopping);
        }
        catch (Exception end) when (end is TimeoutException or OperationCanceledException)
        {
            // Time to look again, or to stop.
        }
    }

    [LoggerMessage(LogLevel.Error, "Checking for due deliveries failed; retrying in a second")]
    private partial void LookFailed(Exception fault);
}
