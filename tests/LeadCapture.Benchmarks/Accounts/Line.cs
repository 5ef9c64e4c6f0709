namespace LeadCapture.Benchmarks.Accounts;

/// Who is served next on a node.
public abstract class Line
{
    /// It has a lead, and its budget may have a call. Nothing where it stands already.
    public abstract void Enter(Turn turn);

    /// Null: nobody stands.
    public abstract Turn? Next();
}
