namespace LeadCapture.Sandbox;

public sealed record SandboxOptions
{
    /// <summary>0 takes any free port.</summary>
    public int Port { get; init; }

    /// <summary>Null accepts any key that is not empty.</summary>
    public string? ApiKey { get; init; }

    /// <summary>0 is no limit.</summary>
    public int RequestsPerMinute { get; init; }

    public Duplicates Duplicates { get; init; } = Duplicates.Update;

    /// <summary>Reply.io's clock is its own: its dates, in contacts and in the header, are wrong by so much.</summary>
    public TimeSpan ClockOffset { get; init; }

    public int KeepCalls { get; init; } = 10_000;

    /// <summary>Dates, delays and the rate limit run on it.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
