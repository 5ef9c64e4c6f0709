namespace LeadCapture.Data;

/// Work that comes again and again, for as long as the program runs.
public static class Pace
{
    /// Work that may fail: told, and done again after the pause.
    public static Task Every(
        this TimeProvider clock, TimeSpan pause, Func<CancellationToken, Task> work, Action<string> failed, CancellationToken stop) =>
        clock.Every(pause, async () =>
        {
            try
            {
                await work(stop);
            }
            catch (Exception fault) when (!stop.IsCancellationRequested)
            {
                failed(fault.GetType().Name);
            }
        }, stop);

    /// The first time after one pause. The work sees to its own faults: one that it throws ends it for good.
    public static async Task Every(this TimeProvider clock, TimeSpan pause, Func<Task> work, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(pause, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
                await work();
        }
        catch (OperationCanceledException)
        {
            // The program stops.
        }
    }
}
