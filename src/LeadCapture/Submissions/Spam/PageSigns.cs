namespace LeadCapture.Submissions.Spam;

/// Something stands where no person writes.
public sealed class TrapSign : ISpamSign
{
    public void Look(Suspect suspect)
    {
        if (suspect.HasPage && suspect.Traces.Trap != "")
            suspect.Adds(SpamSignKind.Trap, SpamCheck.Threshold);
    }
}

/// The page was never asked for, is somebody else's, was sent often, or faster than anybody reads it.
public sealed class StampSign : ISpamSign
{
    /// A browser fills in a short form in a second, and a person still has to press the button.
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(2);

    private const int OftenUsed = 10;

    public void Look(Suspect suspect)
    {
        if (!suspect.HasPage)
            return;
        switch (suspect.Stamp)
        {
            case { IsForged: true }:
                suspect.Adds(SpamSignKind.ForgedStamp, 6);
                break;
            case { IsValid: false }:
                // Forms that people write themselves have none, and are welcome.
                suspect.Adds(SpamSignKind.NoStamp, 2);
                break;
            case { UsesHere: > OftenUsed and var uses }:
                suspect.Adds(SpamSignKind.ReusedStamp, SpamCheck.Threshold, uses.ToString(InvariantCulture));
                break;
            case { UsesHere: > ProofOfWork.MostUses and var uses }:
                suspect.Adds(SpamSignKind.ReusedStamp, 6, uses.ToString(InvariantCulture));
                break;
            // A cache between us and many visitors shows all of them the same page.
            case { Uses: > OftenUsed and var uses }:
                suspect.Adds(SpamSignKind.ReusedStamp, 3, uses.ToString(InvariantCulture));
                break;
            case { Age: var age } when age < Least:
                suspect.Adds(SpamSignKind.TooFast, 5, Math.Max(age.TotalSeconds, 0).ToString("0.0", InvariantCulture));
                break;
        }
    }
}
