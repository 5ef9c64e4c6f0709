namespace LeadCapture.Benchmarks.Processes;

/// A clock that runs faster than the wall's, the same for all processes that are given the same start: hours pass in minutes.
public sealed class RunningClock(DateTimeOffset start, int speed) : TimeProvider
{
    private const string Variable = "LEADCAPTURE_CLOCK_SPEED";

    /// For the environment of a node.
    public (string Name, string Value) Setting => (Variable, $"{start.UtcTicks} {speed}");

    public static RunningClock? FromEnvironment() =>
        Environment.GetEnvironmentVariable(Variable)?.Split(' ') is [var ticks, var speed]
            ? new(new(long.Parse(ticks, InvariantCulture), TimeSpan.Zero), int.Parse(speed, InvariantCulture))
            : null;

    public override DateTimeOffset GetUtcNow() => start + ((base.GetUtcNow() - start) * speed);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, Real(dueTime), Real(period));

    private TimeSpan Real(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time / speed;
}
