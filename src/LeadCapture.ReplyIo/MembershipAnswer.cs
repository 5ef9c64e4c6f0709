using System.Globalization;
using System.Text.Json;
using LeadCapture.ReplyIo.Json;

namespace LeadCapture.ReplyIo;

/// <summary>A call that changes which lists or sequences a contact is on.</summary>
internal enum MembershipCall { AddToList, Enroll, Unenroll }

/// <summary>What the 200 of such a call says about its one contact: done, not done with a code, or nothing that proves either.</summary>
internal sealed record MembershipAnswer(Cause Cause, string? Code = null, string? Details = null)
{
    public const string AlreadyInSequence = "contactAlreadyInSequence";

    public static readonly MembershipAnswer Unreadable = new(Cause.NotAContact);

    public static MembershipAnswer Read(MembershipCall call, string? json, int contactId)
    {
        try
        {
            using var document = JsonDocument.Parse(json ?? "");
            return document.RootElement is not { ValueKind: JsonValueKind.Object } root ? Unreadable : call switch
            {
                MembershipCall.AddToList => OfList(root, contactId),
                MembershipCall.Enroll => OfEnrollment(root, contactId),
                _ => OfRemoval(root, contactId),
            };
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return Unreadable;
        }
    }

    /// <summary>A dictionary of those who failed: whoever is not in it was added. Anything else in it makes it some other answer.</summary>
    private static MembershipAnswer OfList(JsonElement failed, int contactId)
    {
        if (failed.EnumerateObject().Any(entry => !int.TryParse(entry.Name, CultureInfo.InvariantCulture, out _)))
            return Unreadable;
        if (!TryGetOf(failed, contactId, out var ours))
            return new(Cause.Listed);

        var refusal = Refusal(ours);
        return refusal.Code?.Contains("already", StringComparison.OrdinalIgnoreCase) == true ? new(Cause.Listed) : refusal;
    }

    private static MembershipAnswer OfEnrollment(JsonElement root, int contactId)
    {
        if (Names(root, "added", contactId))
            return new(Cause.Enrolled);
        if (!root.TryGetProperty("notProcessed", out var failed) || !TryGetOf(failed, contactId, out var ours))
            return Unreadable;

        var refusal = Refusal(ours);
        return AlreadyInSequence.Equals(refusal.Code, StringComparison.OrdinalIgnoreCase) ? new(Cause.AlreadyEnrolled, refusal.Code) : refusal;
    }

    /// <summary>Who was not in the sequence is out of it.</summary>
    private static MembershipAnswer OfRemoval(JsonElement root, int contactId) =>
        Names(root, "removedIds", contactId) || Counts(root, "removed") || Counts(root, "notInSequence") || Counts(root, "notFound")
            ? new(Cause.Unenrolled)
            : Unreadable;

    private static MembershipAnswer Refusal(JsonElement entry) =>
        new(Cause.Rejected, AccountJson.TextOrNumber(entry, "error"), AccountJson.Text(entry, "errorDetails"));

    private static bool TryGetOf(JsonElement entries, int contactId, out JsonElement ours)
    {
        ours = default;
        return entries.ValueKind == JsonValueKind.Object
            && entries.TryGetProperty(contactId.ToString(CultureInfo.InvariantCulture), out ours);
    }

    private static bool Names(JsonElement root, string member, int contactId) =>
        root.TryGetProperty(member, out var ids) && ids.ValueKind == JsonValueKind.Array
        && ids.EnumerateArray().Any(value => value.TryGetId(out var id) && id == contactId);

    private static bool Counts(JsonElement root, string member) =>
        root.TryGetProperty(member, out var count) && count.ValueKind == JsonValueKind.Number && count.TryGetInt32(out var number) && number > 0;
}
