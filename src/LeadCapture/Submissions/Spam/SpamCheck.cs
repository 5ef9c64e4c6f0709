using LeadCapture.Forms;

namespace LeadCapture.Submissions.Spam;

/// Adds up what speaks for spam. Nothing is refused for it and nothing thrown away: from Threshold points on, the lead is quarantined,
/// with its signs, until a person decides.
public sealed class SpamCheck(IEnumerable<ISpamSign> signs, PageStamps stamps, SpamLists lists)
{
    /// What people do has fewer alone. So many by itself have the trap, a link for a name, a page sent a dozen times, and a blocked sender.
    public const int Threshold = 10;

    private readonly ISpamSign[] signs = [.. signs];

    /// The signs as they are kept, the strongest first; null: nothing is suspected.
    public async ValueTask<string?> Look(PublishedForm form, Submission submission, Origin origin)
    {
        if (origin.Scrutiny == Scrutiny.None)
            return null;
        var network = origin.Sender is { } sender ? Networks.Of(sender) : "";
        var suspect = new Suspect(form, submission, origin, stamps.Read(submission.Traces.Stamp, form.Id, network), await lists.Current());
        foreach (var sign in signs)
            sign.Look(suspect);
        ProofOfWork.Weigh(suspect);
        return suspect.Points >= Threshold ? SpamSigns.Write([.. suspect.Signs.OrderByDescending(sign => sign.Points)]) : null;
    }
}
