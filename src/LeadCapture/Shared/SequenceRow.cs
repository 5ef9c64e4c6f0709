using LeadCapture.Forms;
using LeadCapture.ReplyIo;
using static LeadCapture.Shared.SharedText;

namespace LeadCapture.Shared;

/// A sequence as a row of the confirmation: its name, its status as a pill, and the rest as short facts.
public sealed record SequenceRow(string Name, string? Status, string Tone, IReadOnlyList<ContactFact> Facts)
{
    public static SequenceRow Of(SequenceMembership sequence)
    {
        var name = string.IsNullOrWhiteSpace(sequence.SequenceName) ? T["Unnamed sequence"] : sequence.SequenceName;
        var status = sequence.Status is { } known ? ContactText.Of(known) : null;
        return new(name, status, ToneOf(sequence.Status?.Known), [.. FactsOf(sequence)]);
    }

    private static string ToneOf(MembershipStatus? status) => status switch
    {
        MembershipStatus.Active => "good",
        MembershipStatus.Finished => "accent",
        MembershipStatus.Paused or MembershipStatus.OutOfOffice => "warn",
        _ => "plain",
    };

    private static IEnumerable<ContactFact> FactsOf(SequenceMembership sequence)
    {
        var step = string.Join(" · ", new[] { sequence.CurrentStep?.ToString(InvariantCulture), sequence.CurrentStepName }.OfType<string>());
        if (step.Length > 0) yield return new(T["Step"], step);
        if (ContactText.Of(sequence.AddingDate) is { } since) yield return new(T["Added"], since);
        if (sequence.EmailAccountId is { } email) yield return new(T["Email account ID"], email.ToString(InvariantCulture));
        if (sequence.LinkedInAccountId is { } linkedIn) yield return new(T["LinkedIn account ID"], linkedIn.ToString(InvariantCulture));
        if (sequence.SequenceId is { } id) yield return new(T["Sequence ID"], id.ToString(InvariantCulture));
    }
}
