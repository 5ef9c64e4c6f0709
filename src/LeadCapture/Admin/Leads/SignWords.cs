using LeadCapture.Submissions.Spam;
using static LeadCapture.Admin.Leads.LeadText;

namespace LeadCapture.Admin.Leads;

/// What was found about a lead, in words for whoever decides whether it is spam.
public static class SignWords
{
    public static string Words(this SpamSign sign) => sign.Kind switch
    {
        SpamSignKind.Trap => T["Hidden field filled in"],
        SpamSignKind.NoStamp => T["Not sent from the form’s own page"],
        SpamSignKind.ForgedStamp => T["Sent with the stamp of another page"],
        SpamSignKind.ReusedStamp => T["The same page was sent {0} times", sign.Detail!],
        SpamSignKind.TooFast => T["Sent {0} seconds after the page loaded", sign.Detail!],
        SpamSignKind.NoProof => T["Without proof of work"],
        SpamSignKind.NameLink => T["Link in place of a name"],
        SpamSignKind.Links => T["Links in the text: {0}", sign.Detail!],
        SpamSignKind.ShortLink => T["Shortened link"],
        SpamSignKind.Markup => T["Link code in the text"],
        SpamSignKind.OddName => T["Symbols or numbers in the name"],
        SpamSignKind.Gibberish => T["Random letters in place of words"],
        SpamSignKind.Words => T["Words common in spam: {0}", sign.Detail!],
        SpamSignKind.Disposable => T["Disposable email address ({0})", sign.Detail!],
        SpamSignKind.Blocked => T["Blocked sender"],
        SpamSignKind.RepeatedText => T["The same text from {0} senders within 2 hours", sign.Detail!],
        SpamSignKind.BusySender => T["{0} submissions from the same network within 10 minutes", sign.Detail!],
        SpamSignKind.BusyForm => T["Many submissions of the form at the time"],
        _ => sign.Kind.ToString(),
    };
}
