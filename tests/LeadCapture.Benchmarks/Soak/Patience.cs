using System.Diagnostics;

namespace LeadCapture.Benchmarks.Soak;

/// Asks again and again for what nobody tells.
public static class Patience
{
    private static readonly TimeSpan UsualPace = TimeSpan.FromMilliseconds(200);

    /// How long it took until it was so; at the most as long as that.
    public static async Task<TimeSpan> Until(Func<Task<bool>> isSo, TimeSpan longest, TimeSpan? pace = null)
    {
        var since = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(pace ?? UsualPace);
        while (!await isSo() && since.Elapsed < longest)
            await timer.WaitForNextTickAsync();
        return since.Elapsed;
    }
}
