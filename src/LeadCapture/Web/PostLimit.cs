using System.Threading.RateLimiting;
using LeadCapture.Settings;

namespace LeadCapture.Web;

/// How many forms one address may send in a minute.
public sealed class PostLimit(WebOptions options) : IDisposable
{
    public const string Message = "Too many forms were sent from your network in the last minute. Everything you typed is still here: send it again in a minute.";

    private readonly PartitionedRateLimiter<HttpContext>? limiter = options.PostsPerMinute == 0 ? null
        : PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetSlidingWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = options.PostsPerMinute,
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 6,
            }));

    public bool Allows(HttpContext context)
    {
        if (limiter is null)
            return true;
        using var lease = limiter.AttemptAcquire(context);
        if (!lease.IsAcquired)
            context.Response.Headers.RetryAfter = "60";
        return lease.IsAcquired;
    }

    public void Dispose() => limiter?.Dispose();
}
