using System.Diagnostics;

namespace LeadCapture.Benchmarks.Soak;

/// The time after all faults, in which everything comes to its end.
public static class Peace
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    /// How long it took until all was done; at the most as long as that.
    public static async Task<TimeSpan> Until(Func<Task<bool>> isDone, TimeSpan longest)
    {
        var since = Stopwatch.StartNew();
        using var pace = new PeriodicTimer(Pace);
        while (!await isDone() && since.Elapsed < longest)
            await pace.WaitForNextTickAsync();
        return since.Elapsed;
    }
}
