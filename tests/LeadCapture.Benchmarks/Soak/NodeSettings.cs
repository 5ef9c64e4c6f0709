using LeadCapture.Benchmarks.Processes;

namespace LeadCapture.Benchmarks.Soak;

/// What the nodes are started with. Short waits, so that what takes hours in life takes seconds here.
public sealed class NodeSettings(Uri replyIo, StoreKind store, string connectionString)
{
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan UnconfirmedWait = TimeSpan.FromSeconds(2);

    /// The longest time from a claim to the end of its lease: the call, and a second before and after it.
    public static readonly TimeSpan Lease = AttemptTimeout + TimeSpan.FromSeconds(2);

    private int restored;

    public string Key { get; set; } = "key-1";

    /// The next start is the first one after a backup was put back, and is told so.
    public void IsRestored() => Interlocked.Exchange(ref restored, 1);

    public IEnumerable<(string, string)> For(string data, string clockFile) =>
    [
        ("ASPNETCORE_ENVIRONMENT", "Production"),
        ("DataDirectory", data),
        ("Reply__BaseUrl", replyIo.ToString()),
        ("Reply__ApiKey", Key),
        ("Reply__UseSandbox", "false"),
        ("Reply__RetryBaseDelay", "00:00:00.200"),
        ("Reply__AttemptTimeout", AttemptTimeout.ToString("c", InvariantCulture)),
        ("Reply__UnconfirmedWait", UnconfirmedWait.ToString("c", InvariantCulture)),
        ("Reply__InlineWait", "00:00:01"),
        ("Reply__MaxConcurrentCalls", "12"),
        ("Reply__RequestsPerMinute", "0"),
        ("Reply__RequestsPerHour", "0"),
        ("RateLimits__PostsPerMinute", "0"),
        ("Database__Restored", Interlocked.Exchange(ref restored, 0) == 1 ? "true" : "false"),
        (ClockedNode.ClockFile, clockFile),
        .. AdminClient.Settings,
        .. store == StoreKind.Sqlite ? Array.Empty<(string, string)>()
            : [("Database__Provider", "PostgreSql"), ("ConnectionStrings__LeadCapture", connectionString)],
    ];
}
