using LeadCapture.Forms;
using LeadCapture.Leads;
using LeadCapture.ReplyIo;
using static LeadCapture.Admin.Leads.LeadText;

namespace LeadCapture.Admin.Leads;

/// Our words for what is known of a lead.
public static class LeadWords
{
    public static string? Name(this SubmittedAnswers answers)
    {
        var name = $"{answers.Properties.GetValueOrDefault("firstName")} {answers.Properties.GetValueOrDefault("lastName")}".Trim();
        return name == "" ? null : name;
    }

    public static string Channel(string channel) => channel switch
    {
        "Page" => T["Page"],
        "Booth" => T["Booth"],
        "Embed" => T["Embedded form"],
        "Api" => T["API"],
        Lead.Imported => T["Imported file"],
        _ => channel,
    };

    public static string Words(this Cause cause) => cause switch
    {
        Cause.Created => T["Created"],
        Cause.Found => T["Found in Reply.io"],
        Cause.NotFound => T["Not found in Reply.io"],
        Cause.LookUpNotOffered => T["Lookup not supported"],
        Cause.RateLimited => T["Rate limited"],
        Cause.KeyRefused => T["API key rejected"],
        Cause.NotReached => T["Reply.io unreachable"],
        Cause.NoAnswer => T["No response"],
        Cause.ServerError => T["Server error at Reply.io"],
        Cause.NotAContact => T["Unexpected response"],
        Cause.AnotherContact => T["Another person's contact"],
        Cause.TooManyPages => T["Too many matches"],
        Cause.ChannelFault => T["Reply.io not at its address"],
        Cause.NotSent => T["Delayed, not sent"],
        _ => T["Rejected by Reply.io"],
    };

    public static string Words(this Outcome outcome) => outcome switch
    {
        Outcome.Accepted => T["Accepted"],
        Outcome.NotNow => T["Deferred"],
        Outcome.Refused => T["Rejected"],
        _ => T["Unknown"],
    };
}
