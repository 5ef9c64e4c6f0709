namespace LeadCapture.Benchmarks.Load;

/// What one server did under one load.
public sealed record LoadCell(
    int Connections, int Delay, double PerSecond, double P50, double P99, long Memory, LoadCounts Counts);

/// Leads thanked for, stored, and received upstream.
public sealed record LoadCounts(long Thanked, long Stored, long Received)
{
    public bool Agree => Thanked == Stored && Stored == Received;

    public override string ToString() => Agree
        ? $"match ({Thanked})"
        : $"DIFFER: thanked {Thanked}, stored {Stored}, received {Received}";
}
