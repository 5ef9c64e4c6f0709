namespace LeadCapture.Submissions.Spam;

/// The sender's address: blocked by a person, or one of those that are thrown away.
public sealed class DomainSign : ISpamSign
{
    public void Look(Suspect suspect)
    {
        if (suspect.Email == "")
            return;
        if (suspect.Lists.Blocks(suspect.Email, suspect.Domain))
            suspect.Adds(SpamSignKind.Blocked, SpamCheck.Threshold);
        else if (!suspect.IsAllowed && MailDomains.IsDisposable(suspect.Domain))
            suspect.Adds(SpamSignKind.Disposable, 5, suspect.Domain);
    }
}
