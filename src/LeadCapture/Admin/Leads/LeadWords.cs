using LeadCapture.Forms;
using LeadCapture.ReplyIo;

namespace LeadCapture.Admin.Leads;

/// Our words for what is known of a lead.
public static class LeadWords
{
    public static string? Name(this Answers answers)
    {
        var name = $"{answers.Properties.GetValueOrDefault("firstName")} {answers.Properties.GetValueOrDefault("lastName")}".Trim();
        return name == "" ? null : name;
    }

    public static string Words(this Cause cause) => cause switch
    {
        Cause.Created => "Created",
        Cause.Found => "Found there",
        Cause.NotFound => "Not found there",
        Cause.LookUpNotOffered => "No look-up offered",
        Cause.RateLimited => "Asked to wait",
        Cause.KeyRefused => "API key refused",
        Cause.NotReached => "Not reached",
        Cause.NoAnswer => "No answer",
        Cause.ServerError => "Fault at Reply.io",
        Cause.NotAContact => "Answer was no contact",
        Cause.AnotherContact => "Another person's contact",
        Cause.TooManyPages => "Too many matches",
        Cause.NotSent => "Held up, not sent",
        _ => "Refused by Reply.io",
    };

    public static string Words(this Outcome outcome) => outcome switch
    {
        Outcome.Accepted => "Accepted",
        Outcome.NotNow => "Not now",
        Outcome.Refused => "Refused",
        _ => "Unknown",
    };
}
