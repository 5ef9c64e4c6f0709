namespace LeadCapture.Data;

/// The time of the store, and so of all that is stored. A database that several nodes share has its own: leases, due times, gate and
/// budget go by it, so that a node whose clock is wrong takes nothing that another one holds. It is asked every few seconds; in
/// between the time that has passed is measured here. Where nobody else shares it, it is the clock of this machine as it was at the
/// start, and the time measured since: somebody who sets the clock makes nothing due that has not waited.
public sealed partial class StoreClock(Lazy<Store> store, MachineClock machine, ILogger<StoreClock> logger) : TimeProvider
{
    /// As far apart as clocks of well-kept machines never are.
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    /// A machine that was paused, or whose clock was set, says so by this.
    private static readonly TimeSpan LargestDrift = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan LargestDriftAlone = TimeSpan.FromSeconds(1);

    /// An answer that took longer says too little about the moment in which it was made.
    private static readonly TimeSpan LongestQuestion = TimeSpan.FromSeconds(2);

    private volatile Sample sample = new(machine.Time.GetUtcNow(), machine.Start());
    private bool wasAsked;
    private bool said;

    public override long TimestampFrequency => machine.Time.TimestampFrequency;

    /// How far the clock of this machine is ahead of the store's.
    public TimeSpan Ahead => store.Value.IsShared ? machine.Time.GetUtcNow() - GetUtcNow() : TimeSpan.Zero;

    public bool IsWrong => Ahead.Duration() > Tolerance;

    /// The clock of this machine was set since, or the machine was paused, and nobody else knows the time.
    public bool IsLeftBehind => !store.Value.IsShared && sample.At.Drift > LargestDriftAlone;

    public override DateTimeOffset GetUtcNow()
    {
        var known = sample;
        return known.Time + machine.Time.GetElapsedTime(known.At.Timestamp);
    }

    public override long GetTimestamp() => machine.Time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.Time.CreateTimer(callback, state, dueTime, period);

    /// For whoever is about to write by this time.
    public async ValueTask Keep()
    {
        if (!store.Value.IsShared || (wasAsked && sample.At.Elapsed < Fresh && sample.At.Drift < LargestDrift))
            return;
        await Ask();
    }

    /// Goes by the clock of this machine as it is now. Whoever calls it sees to what waits by the time of before.
    public void CatchUp() => sample = new(machine.Time.GetUtcNow(), machine.Start());

    private async Task Ask()
    {
        await using var reading = await store.Value.Read();
        var asked = machine.Start();
        var time = (await reading.Query("SELECT clock_timestamp()", row => reading.Time(row, 0)))[0];
        var took = machine.Time.GetElapsedTime(asked.Timestamp);
        if (took > LongestQuestion && wasAsked)
            return;
        // Never ahead of the store: a lease would seem to be over before it is.
        sample = new(new(time, TimeSpan.Zero), machine.Start());
        wasAsked = true;
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
        "The clock of this server is {Seconds:0.0} s ahead of the database's (behind where negative). "
        + "Leads go by the database's; set this one right")]
    private partial void ClockIsWrong(double seconds);

    [LoggerMessage(LogLevel.Information, "The clock of this server agrees with the database's again")]
    private partial void ClockIsRight();

    /// Time is that of the store at the moment At.
    private sealed record Sample(DateTimeOffset Time, MachineClock.Stopped At);
}
