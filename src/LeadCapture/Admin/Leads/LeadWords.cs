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

    public static string Channel(string channel) => channel switch
    {
        "Embed" => "Embedded form",
        "Api" => "API",
        _ => channel,
    };

    public static string Words(this Cause cause) => cause switch
    {
        Cause.Created => "Created",
        Cause.Found => "Found in Reply.io",
        Cause.NotFound => "Not found in Reply.io",
        Cause.LookUpNotOffered => "Lookup not supported",
        Cause.RateLimited => "Rate limited",
        Cause.KeyRefused => "API key rejected",
        Cause.NotReached => "Reply.io unreachable",
        Cause.NoAnswer => "No response",
        Cause.ServerError => "Server error at Reply.io",
        Cause.NotAContact => "Unexpected response",
        Cause.AnotherContact => "Another person's contact",
        Cause.TooManyPages => "Too many matches",
        Cause.ChannelFault => "Reply.io not at its address",
        Cause.NotSent => "Delayed, not sent",
        _ => "Rejected by Reply.io",
    };

    public static string Words(this Outcome outcome) => outcome switch
    {
        Outcome.Accepted => "Accepted",
        Outcome.NotNow => "Deferred",
        Outcome.Refused => "Rejected",
        _ => "Unknown",
    };
}
