namespace LeadCapture.Benchmarks.Soak;

/// Which faults a run plays: all that the store knows, or those that are named, so that each mend can be shown missing.
public sealed class Selection
{
    public const string Known = "known";
    public const string Kill = "kill";
    public const string Stop = "stop";
    public const string OtherClock = "other-clock";

    private static readonly string[] All =
    [
        "server-error", "unavailable", "cut-before", "cut-after", "cut-short", "html", "slow-answer", "rate-limit", "bad-key",
        "new-key", "slow", Known, "others", "garbled", "lists", "enrollments", "updates", Kill, Stop,
        "clock", "clock-days", OtherClock, "database", "idle", "disk", "restore",
    ];

    private readonly HashSet<string> names;

    public Selection(string? text)
    {
        names = [.. text?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? All];
        if (names.Count == 0 || !names.IsSubsetOf(All))
            throw new ArgumentException($"--faults takes some of {string.Join(',', All)}.");
    }

    public bool Has(string name) => names.Contains(name);

    public override string ToString() => names.Count == All.Length ? "all faults" : string.Join(',', names);
}
