namespace LeadCapture.Sandbox;

/// <summary>What the sandbox writes as its own dates. Delays and the list of received calls go by the given clock.</summary>
internal sealed class OwnClock(TimeProvider clock, TimeSpan offset)
{
    private long ticks = offset.Ticks;

    public TimeSpan Offset
    {
        get => new(Interlocked.Read(ref ticks));
        set => Interlocked.Exchange(ref ticks, value.Ticks);
    }

    public DateTimeOffset Now => clock.GetUtcNow() + Offset;
}
