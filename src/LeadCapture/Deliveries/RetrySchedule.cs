namespace LeadCapture.Deliveries;

/// How long a delivery waits after a failure. With the default base of 5 s: 5 s, 15 s, 1 min, 5 min, 20 min, 1 h, 2 h, then every 4 h.
public sealed class RetrySchedule(TimeSpan baseDelay)
{
    private static readonly int[] Factors = [1, 3, 12, 60, 240, 720, 1440, 2880];

    /// A fifth up or down, so that what failed together does not come back together.
    public TimeSpan After(int failures) =>
        baseDelay * Factors[Math.Min(failures, Factors.Length) - 1] * (0.8 + (0.4 * Random.Shared.NextDouble()));

    /// Wait before the next probe while nothing gets through: doubling, at most a minute.
    public TimeSpan Probe(int probes)
    {
        var wait = baseDelay * Math.Pow(2, Math.Min(probes, 20)) * (0.8 + (0.4 * Random.Shared.NextDouble()));
        return wait < Gate.LongestProbeWait ? wait : Gate.LongestProbeWait;
    }
}
