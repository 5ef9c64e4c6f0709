namespace LeadCapture.Benchmarks.Soak;

/// Something that goes wrong for a while.
public sealed record Fault(string Name, Func<TimeSpan, Task> Happen);
