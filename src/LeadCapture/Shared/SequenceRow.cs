using LeadCapture.Forms;
using LeadCapture.ReplyIo;
using static LeadCapture.Shared.SharedText;

namespace LeadCapture.Shared;

/// A sequence that a contact is in: its name, its status as a pill, step and time as short facts, and its numbers.
public sealed record SequenceRow(string Name, string? Status, string Tone, IReadOnlyList<ContactFact> Facts, string Details)
{
    public static SequenceRow Of(SequenceMembership sequence)
    {
        var name = string.IsNullOrWhiteSpace(sequence.SequenceName) ? T["Unnamed sequence"] : sequence.SequenceName;
        var status = sequence.Status is { } known ? ContactText.Of(known) : null;
        return new(name, status, ToneOf(sequence.Status?.Known), [.. FactsOf(sequence)], DetailsOf(sequence));
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
    }

    private static string DetailsOf(SequenceMembership sequence)
    {
        List<string> details = [];
        if (sequence.SequenceId is { } id) details.Add(T["Sequence ID {0}", id.ToString(InvariantCulture)]);
        if (sequence.EmailAccountId is { } email) details.Add(T["Email account ID {0}", email.ToString(InvariantCulture)]);
        if (sequence.LinkedInAccountId is { } linkedIn) details.Add(T["LinkedIn account ID {0}", linkedIn.ToString(InvariantCulture)]);
        return string.Join('\n', details);
    }
}
