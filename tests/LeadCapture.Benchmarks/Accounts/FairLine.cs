namespace LeadCapture.Benchmarks.Accounts;

/// Whose lead is sent next, of all accounts that have one and may send. Start-time fair queueing (Goyal, Vin, Cheng, 1996): each account
/// is dated by how much it was given, not by how much it has. One that comes with a single lead is dated now, and so stands before all
/// that were served since; a backlog of 10,000 leads has one place, like everybody else. Live leads have a line of their own that goes first.
public sealed class FairLine : Line
{
    private readonly PriorityQueue<Turn, (double Start, long Order)> live = new();
    private readonly PriorityQueue<Turn, (double Start, long Order)> late = new();
    private double served;
    private long order;

    public override void Enter(Turn turn)
    {
        if (turn.HasLive && !turn.StandsLive)
        {
            turn.StandsLive = true;
            live.Enqueue(turn, Place(turn));
        }
        else if (!turn.HasLive && !turn.StandsLate)
        {
            turn.StandsLate = true;
            late.Enqueue(turn, Place(turn));
        }
    }

    /// Whose live leads were sent meanwhile stands in the other line.
    public override Turn? Next()
    {
        while (live.TryDequeue(out var turn, out var place))
        {
            turn.StandsLive = false;
            if (turn.HasLive)
                return Serve(turn, place.Start);
        }
        while (late.TryDequeue(out var turn, out var place))
        {
            turn.StandsLate = false;
            if (turn.Waiting > 0)
                return Serve(turn, place.Start);
        }
        return null;
    }

    private Turn Serve(Turn turn, double start)
    {
        served = Math.Max(served, start);
        turn.Finish = start + 1;
        return turn;
    }

    private (double, long) Place(Turn turn) => (Math.Max(served, turn.Finish), order++);
}
