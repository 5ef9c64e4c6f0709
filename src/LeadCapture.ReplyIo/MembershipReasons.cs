namespace LeadCapture.ReplyIo;

/// <summary>What came of a call about lists and sequences, in a sentence.</summary>
internal static class MembershipReasons
{
    private const string MissingScope = "insufficient_scope";

    /// <returns>Null where the reasons of every other call serve.</returns>
    public static string? Of(MembershipCall call, Cause cause, int? status, ErrorBody error, MembershipAnswer said) => (cause, status) switch
    {
        (Cause.Listed, _) => "Reply.io added the contact to the list.",
        (Cause.Enrolled, _) => "Reply.io enrolled the contact in the sequence.",
        (Cause.AlreadyEnrolled, _) => "The contact was in the sequence already.",
        (Cause.Unenrolled, _) => "The contact is no longer in the sequence.",
        (Cause.Rejected, 200 or 201) => OfContact(call, said),
        (Cause.Rejected, 403) when IsAboutThePermission(error) => NoPermission(call, status),
        (Cause.Rejected, 404 or 410) when SaysNoMoreThanTheStatus(error) =>
            $"Reply.io has no such {(call == MembershipCall.AddToList ? "list" : "sequence")} (status {status}).",
        (Cause.Rejected, 405) when SaysNoMoreThanTheStatus(error) => $"Reply.io does not offer this call (status {status}).",
        (Cause.Rejected, _) when error.Sentence is null => $"Reply.io refused to {Doing(call)} (status {status}).",
        _ => null,
    };

    /// <summary>Reply.io took the call and not the contact: our sentence for what its code means, then its own details.</summary>
    private static string OfContact(MembershipCall call, MembershipAnswer said)
    {
        var own = said.Code?.ToLowerInvariant() switch
        {
            "contactlimitexceeded" => "The contact limit of the Reply.io plan is reached.",
            "contactnotfound" => "Reply.io no longer has the contact.",
            "contactoptedout" => "The contact has opted out.",
            "forbidden" => "The API key's user may not change this contact.",
            "invalidinput" => "Reply.io found the contact not valid for this.",
            { } code when said.Details is null => $"Reply.io refused to {Doing(call)} (error {code}).",
            null when said.Details is null => $"Reply.io refused to {Doing(call)}.",
            _ => null,
        };
        return own is null ? said.Details! : said.Details is { } details ? $"{own} {details}" : own;
    }

    /// <summary>A code of its own with words of its own is about something else, such as the plan.</summary>
    private static bool IsAboutThePermission(ErrorBody error) => error.Sentence is null || error.Code is null or MissingScope;

    private static string NoPermission(MembershipCall call, int? status) => call == MembershipCall.AddToList
        ? $"The API key lacks the permission to add contacts to lists (status {status})."
        : $"The API key lacks the permission to change who is in a sequence (sequences:operate, status {status}).";

    private static bool SaysNoMoreThanTheStatus(ErrorBody error) =>
        !error.IsProblem || error.Sentence is null or "Not Found" or "Gone" or "Method Not Allowed";

    private static string Doing(MembershipCall call) => call switch
    {
        MembershipCall.AddToList => "add the contact to the list",
        MembershipCall.Enroll => "enroll the contact in the sequence",
        _ => "take the contact out of the sequence",
    };
}
