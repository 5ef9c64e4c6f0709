namespace LeadCapture.Deliveries;

/// Looks for what is due, again and again.
public sealed partial class DeliveryWorker(
    Ledger ledger, Dispatcher dispatcher, OverdueTimes overdue, TimeProvider clock, ILogger<DeliveryWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(1);
    private TaskCompletionSource wake = new();

    public void Wake() => Volatile.Read(ref wake).TrySetResult();

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await dispatcher.Finish(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        ledger.Dispatch = claimed => dispatcher.Start(claimed, Wake);
        ledger.MoreDue = Wake;
        while (!stoppingToken.IsCancellationRequested)
        {
            // Renewed before the look: whoever wakes us meanwhile is heard.
            var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Volatile.Write(ref wake, signal);
            await Sleep(signal.Task, await Look(), stoppingToken);
        }
    }

    private async Task<DateTime> Look()
    {
        try
        {
            await overdue.PutRight();
            return await ledger.Look();
        }
        catch (Exception fault)
        {
            LookFailed(fault);
            return clock.GetUtcNow().UtcDateTime + PauseAfterFault;
        }
    }

    private async Task Sleep(Task signal, DateTime until, CancellationToken stopping)
    {
        var pause = until - clock.GetUtcNow().UtcDateTime;
        try
        {
            await signal.WaitAsync(pause > ShortestPause ? pause : ShortestPause, clock, stopping);
        }
        catch (Exception end) when (end is TimeoutException or OperationCanceledException)
        {
            // Time to look again, or to stop.
        }
    }

    [LoggerMessage(LogLevel.Error, "Looking for due deliveries failed; the next look is in a second")]
    private partial void LookFailed(Exception fault);
}
