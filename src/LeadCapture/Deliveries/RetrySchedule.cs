namespace LeadCapture.Deliveries;

/// How long a delivery waits after a failure. With the default base of 5 s: 5 s, 15 s, 1 min, 5 min, 20 min, 1 h, 2 h, then every 4 h.
/// After a lost answer it waits for as long as Reply.io may still be at work with it.
public sealed class RetrySchedule(TimeSpan baseDelay, TimeSpan unconfirmedWait)
{
    private const double Jitter = 0.2;
    private static readonly int[] Factors = [1, 3, 12, 60, 240, 720, 1440, 2880];

    /// From a lost answer to the first look-up, and from one that found nothing to the next.
    public TimeSpan UnconfirmedWait => unconfirmedWait;

    /// Failures from which on the wait grows no more.
    public static int MostFailures => Factors.Length;

    /// A fifth up or down, so that what failed together does not come back together.
    public TimeSpan After(int failures) => Spread(Wait(failures));

    /// After a create without an answer, the longer the more often that happened.
    public TimeSpan AfterLostAnswer(int failures)
    {
        var wait = After(failures);
        return wait > unconfirmedWait ? wait : unconfirmedWait;
    }

    /// No wait that is ordered after so many failures is longer.
    public TimeSpan Longest(int failures)
    {
        var wait = failures == 0 ? TimeSpan.Zero : Wait(failures) * (1 + Jitter);
        return wait > unconfirmedWait ? wait : unconfirmedWait;
    }

    /// Wait before the next probe while nothing gets through: doubling, at most a minute.
    public TimeSpan Probe(int probes)
    {
        var wait = Spread(baseDelay * Math.Pow(2, Math.Min(probes, 20)));
        return wait < Gate.LongestProbeWait ? wait : Gate.LongestProbeWait;
    }

    private TimeSpan Wait(int failures) => baseDelay * Factors[Math.Min(failures, Factors.Length) - 1];

    private static TimeSpan Spread(TimeSpan wait) => wait * (1 - Jitter + (2 * Jitter * Random.Shared.NextDouble()));
}
