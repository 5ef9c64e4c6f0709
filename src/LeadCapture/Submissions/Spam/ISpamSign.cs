namespace LeadCapture.Submissions.Spam;

/// One thing that spam does. It notes on the suspect what it finds; what finds nothing costs next to nothing.
public interface ISpamSign
{
    void Look(Suspect suspect);
}
