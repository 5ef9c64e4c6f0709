namespace LeadCapture.Tests.Support;

/// The clock of a machine that somebody sets. What measures how much time has passed goes on, unless it is told to run away.
internal sealed class SetClock : TimeProvider
{
    private long runAway;

    public TimeSpan Ahead { get; set; }

    /// Each look at it is an hour after the one before.
    public bool RunsAway { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;

    public override long GetTimestamp() => RunsAway
        ? base.GetTimestamp() + Interlocked.Add(ref runAway, 3600 * TimestampFrequency)
        : base.GetTimestamp() + Interlocked.Read(ref runAway);
}
