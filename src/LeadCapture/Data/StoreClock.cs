namespace LeadCapture.Data;

/// The time of the store, and so of all that is stored. A database that several nodes share has its own: leases, due times, gate and
/// budget go by it, so that a node whose clock is wrong takes nothing that another one holds. It is asked every few seconds; in
/// between the time that has passed is measured here. Where nobody else shares it, it is the clock of this machine.
public sealed partial class StoreClock(Lazy<Store> store, MachineClock machine, ILogger<StoreClock> logger) : TimeProvider
{
    /// As far apart as clocks of well-kept machines never are.
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    /// A machine that was paused, or whose clock was set, says so by this.
    private static readonly TimeSpan LargestDrift = TimeSpan.FromMilliseconds(200);

    /// An answer that took longer says too little about the moment in which it was made.
    private static readonly TimeSpan LongestQuestion = TimeSpan.FromSeconds(2);

    private volatile Sample? sample;
    private bool said;

    public override long TimestampFrequency => machine.Time.TimestampFrequency;

    /// How far the clock of this machine is ahead of the store's.
    public TimeSpan Ahead => machine.Time.GetUtcNow() - GetUtcNow();

    public bool IsWrong => Ahead.Duration() > Tolerance;

    public override DateTimeOffset GetUtcNow() =>
        sample is { } known ? known.Time + machine.Time.GetElapsedTime(known.At.Timestamp) : machine.Time.GetUtcNow();

    public override long GetTimestamp() => machine.Time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.Time.CreateTimer(callback, state, dueTime, period);

    /// For whoever is about to write by this time.
    public async ValueTask Keep()
    {
        if (!store.Value.IsShared || sample is { } known && known.At.Elapsed < Fresh && known.At.Drift < LargestDrift)
            return;
        await Ask();
    }

    private async Task Ask()
    {
        await using var reading = await store.Value.Read();
        var asked = machine.Start();
        var time = (await reading.Query("SELECT clock_timestamp()", row => reading.Time(row, 0)))[0];
        var took = machine.Time.GetElapsedTime(asked.Timestamp);
        if (took > LongestQuestion && sample is not null)
            return;
        // Never ahead of the store: a lease would seem to be over before it is.
        sample = new(new(time, TimeSpan.Zero), machine.Start());
        Tell();
    }

    private void Tell()
    {
        var isWrong = IsWrong;
        if (isWrong && !said)
            ClockIsWrong(Ahead.TotalSeconds);
        else if (!isWrong && said)
            ClockIsRight();
        said = isWrong;
    }

    [LoggerMessage(LogLevel.Warning,
        "The clock of this server is {Seconds:0.0} s ahead of the database's (behind where negative). Leads go by the database's; set this one right")]
    private partial void ClockIsWrong(double seconds);

    [LoggerMessage(LogLevel.Information, "The clock of this server agrees with the database's again")]
    private partial void ClockIsRight();

    /// Time is that of the store at the moment At.
    private sealed record Sample(DateTimeOffset Time, MachineClock.Stopped At);
}
