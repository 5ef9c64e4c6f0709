using System.Threading.RateLimiting;
using static LeadCapture.Submissions.SubmissionText;

namespace LeadCapture.Submissions.ApiKeys;

/// How many leads an API key may send in a minute, on this node. Its server's address is not counted besides.
public sealed class KeyLimit : IDisposable
{
    public static string MessageOf(KnownKey key) =>
        T["This API key may send {0:N0} leads per minute. Nothing was saved: send it again in a minute.", key.PerMinute];

    private readonly PartitionedRateLimiter<KnownKey> limiter = PartitionedRateLimiter.Create<KnownKey, (int Id, int PerMinute)>(
        key => RateLimitPartition.GetSlidingWindowLimiter((key.Id, key.PerMinute), partition => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = partition.PerMinute,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
        }));

    public bool Allows(KnownKey key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
