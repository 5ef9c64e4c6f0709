namespace LeadCapture.Benchmarks.Accounts;

/// The same for the same seed, topic and number, in whichever order they are asked: designs are compared under the same luck.
public readonly record struct Dice(int Seed)
{
    private static readonly TimeSpan Typical = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(50);
    private const double TimedOut = 0.001;

    /// From 0 to below 1.
    public double Roll(int topic, long number)
    {
        var mixed = Mix(Mix(Mix((ulong)Seed) + (ulong)topic) + (ulong)number);
        return (mixed >> 11) * (1.0 / (1UL << 53));
    }

    public static ulong Mix(ulong value)
    {
        value = unchecked(value + 0x9E3779B97F4A7C15);
        value = unchecked((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9);
        value = unchecked((value ^ (value >> 27)) * 0x94D049BB133111EB);
        return value ^ (value >> 31);
    }

    /// How long a call takes: 0.35 s on average, and one in a thousand gets no answer.
    public TimeSpan Call(int lead) => Roll(Topic.Silent, lead) < TimedOut
        ? Simulation.Timeout
        : Least + (Typical * -Math.Log(1 - Roll(Topic.Call, lead)));

    public static class Topic
    {
        public const int Arrival = 1;
        public const int Account = 2;
        public const int Burst = 3;
        public const int Call = 4;
        public const int Silent = 5;
        public const int Counted = 6;
        public const int Node = 7;
    }
}
