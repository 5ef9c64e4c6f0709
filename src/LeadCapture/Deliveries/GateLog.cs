namespace LeadCapture.Deliveries;

/// Says once that sending is paused, and once that it goes on.
public sealed partial class GateLog(ILogger<GateLog> logger)
{
    public void Tell(GateTurn turn)
    {
        if (turn.Before == turn.After)
            return;
        if (turn.After == GateReason.None)
            GoesOn(turn.Before);
        else if (turn.After.NeedsHelp())
            Alarm(turn.After);
        else
            Paused(turn.After);
    }

    [LoggerMessage(LogLevel.Error, "Sending paused: {Reason}. Leads are kept; one lead at a time is sent to check for recovery")]
    private partial void Alarm(GateReason reason);

    [LoggerMessage(LogLevel.Warning, "Sending paused: {Reason}")]
    private partial void Paused(GateReason reason);

    [LoggerMessage(LogLevel.Information, "Sending resumed after {Reason}")]
    private partial void GoesOn(GateReason reason);
}

/// What a transaction did to the gate.
public readonly record struct GateTurn(GateReason Before, GateReason After)
{
    public bool Opens => Before != GateReason.None && After == GateReason.None;
}
