using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using LeadCapture.Settings;

namespace LeadCapture.Web;

/// How many forms one address may send in a minute.
public sealed class PostLimit(WebOptions options) : IDisposable
{
    public const string Message =
        "Too many forms were sent from your network in the last minute. Everything you typed is still here: "
        + "send it again in a minute.";

    private readonly PartitionedRateLimiter<HttpContext>? forms = New(options.PostsPerMinute);
    private readonly PartitionedRateLimiter<HttpContext>? advice = New(options.PostsPerMinute);

    public bool Allows(HttpContext context) => Allows(forms, context);

    /// Counted apart: a hint takes no form away from anybody.
    public bool AllowsAdvice(HttpContext context) => Allows(advice, context);

    private static PartitionedRateLimiter<HttpContext>? New(int posts) => posts == 0 ? null
        : PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetSlidingWindowLimiter(
            Network(context.Connection.RemoteIpAddress), _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = posts,
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 6,
            }));

    private static bool Allows(PartitionedRateLimiter<HttpContext>? limiter, HttpContext context)
    {
        if (limiter is null)
            return true;
        using var lease = limiter.AttemptAcquire(context);
        if (!lease.IsAcquired)
            context.Response.Headers.RetryAfter = "60";
        return lease.IsAcquired;
    }

    /// A household has one IPv4 address, and a whole /64 of IPv6.
    private static string Network(IPAddress? address)
    {
        if (address is null || address.IsIPv4MappedToIPv6 || address.AddressFamily != AddressFamily.InterNetworkV6)
            return (address?.IsIPv4MappedToIPv6 == true ? address.MapToIPv4() : address)?.ToString() ?? "";
        return Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8));
    }

    public void Dispose()
    {
        forms?.Dispose();
        advice?.Dispose();
    }
}
