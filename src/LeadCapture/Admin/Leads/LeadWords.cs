using LeadCapture.Deliveries;
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

    /// Why a decision was not carried out.
    public static string Words(this DecisionResult verdict) => verdict == DecisionResult.UnderWay
        ? T["This lead is being sent right now, so nothing was changed. Check the result, then decide."]
        : T["This lead has changed since you opened it, so nothing was done. This page shows its current state."];

    public static string Words(this AttemptKind kind) => kind switch
    {
        AttemptKind.Create => T["Sent"],
        AttemptKind.LookUp => T["Looked up"],
        AttemptKind.Find => T["Looked up an existing contact"],
        AttemptKind.Update => T["Updated"],
        AttemptKind.AddToList => T["Added to a list"],
        AttemptKind.Enroll => T["Enrolled in the sequence"],
        _ => T["Removed from the sequence"],
    };

    public static string PlannedWords(this AttemptKind kind) => kind switch
    {
        AttemptKind.Create => T["Will be sent"],
        AttemptKind.LookUp => T["Will be looked up"],
        AttemptKind.Find => T["Will be looked up in Reply.io first"],
        AttemptKind.Update => T["Will be updated"],
        AttemptKind.AddToList => T["Will be added to a list"],
        AttemptKind.Enroll => T["Will be enrolled in the sequence"],
        _ => T["Will be removed from the sequence"],
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
        Cause.Updated => T["Updated"],
        Cause.Listed => T["On the list"],
        Cause.Enrolled => T["Enrolled"],
        Cause.AlreadyEnrolled => T["Already enrolled"],
        Cause.Unenrolled => T["Removed from the sequence"],
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
