namespace LeadCapture.Benchmarks.Accounts;

/// The oldest lead of all accounts goes first: what one queue for everybody would do.
public sealed class FirstComeLine : Line
{
    private readonly PriorityQueue<Turn, (TimeSpan Since, long Order)> line = new();
    private long order;

    public override void Enter(Turn turn)
    {
        if (turn.StandsLate)
            return;
        turn.StandsLate = true;
        line.Enqueue(turn, (turn.Oldest, order++));
    }

    public override Turn? Next()
    {
        while (line.TryDequeue(out var turn, out _))
        {
            turn.StandsLate = false;
            if (turn.Waiting > 0)
                return turn;
        }
        return null;
    }
}
