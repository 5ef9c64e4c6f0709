namespace LeadCapture.Forms;

/// What the unseen inputs of a page brought back: the stamp that it was given, what stands where no person writes, and the solution of
/// the puzzle that its script was given.
public sealed record Traces(string Stamp, string Trap, string Proof)
{
    public static readonly Traces None = new("", "", "");
}
