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
        else if (turn.After is GateReason.KeyRefused or GateReason.Outage)
            Alarm(turn.After, turn.Detail);
        else
            Paused(turn.After, turn.Detail);
    }

    [LoggerMessage(LogLevel.Error, "Sending is paused: {Reason}. {Detail} Leads are kept; one at a time tries whether it works again")]
    private partial void Alarm(GateReason reason, string? detail);

    [LoggerMessage(LogLevel.Warning, "Sending is paused: {Reason}. {Detail}")]
    private partial void Paused(GateReason reason, string? detail);

    [LoggerMessage(LogLevel.Information, "Sending goes on after {Reason}")]
    private partial void GoesOn(GateReason reason);
}

/// What a transaction did to the gate.
public readonly record struct GateTurn(GateReason Before, GateReason After, string? Detail)
{
    public bool Opens => Before != GateReason.None && After == GateReason.None;
}
