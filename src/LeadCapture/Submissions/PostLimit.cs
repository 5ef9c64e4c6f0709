using System.Net;
using System.Threading.RateLimiting;
using LeadCapture.Settings;
using static LeadCapture.Submissions.SubmissionText;

namespace LeadCapture.Submissions;

/// How many forms one address may send in a minute.
public sealed class PostLimit(WebOptions options) : IDisposable
{
    public static string Message =>
        T["Too many forms were sent from your network in the last minute. Everything you typed is still here: send it again in a minute."];

    /// In seconds, for whoever is refused.
    public const string RetryAfter = "60";

    private readonly PartitionedRateLimiter<IPAddress>? forms = New(options.PostsPerMinute);
    private readonly PartitionedRateLimiter<IPAddress>? advice = New(options.PostsPerMinute);

    public bool Allows(IPAddress? sender) => Allows(forms, sender);

    /// Counted apart: a hint takes no form away from anybody.
    public bool AllowsAdvice(IPAddress? sender) => Allows(advice, sender);

    private static PartitionedRateLimiter<IPAddress>? New(int posts) => posts == 0 ? null
        : PartitionedRateLimiter.Create<IPAddress, string>(sender => RateLimitPartition.GetSlidingWindowLimiter(
            Networks.Of(sender), _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = posts,
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 6,
            }));

    private static bool Allows(PartitionedRateLimiter<IPAddress>? limiter, IPAddress? sender)
    {
        if (limiter is null)
            return true;
        using var lease = limiter.AttemptAcquire(sender ?? IPAddress.None);
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        forms?.Dispose();
        advice?.Dispose();
    }
}
