using System.Text.RegularExpressions;

namespace LeadCapture.Sandbox;

/// <summary>A contact's place in a sequence. Step counts from 1.</summary>
internal sealed record SequenceStay(SequencePlace Sequence, DateTimeOffset Since, int Step);

/// <summary>
/// The sequences and lists of a contact: those that it joins by a rule simple enough to stand on the page, then those that it was put in.
/// </summary>
internal static partial class Membership
{
    public static readonly SequencePlace Welcome = new(100, "Welcome", 101);
    public static readonly SequencePlace DecisionMakers = new(200, "Decision makers", null);
    public static readonly ListPlace CallBack = new(10, "Call back", false);

    public static bool IsByRule(int sequenceId) => sequenceId == Welcome.Id || sequenceId == DecisionMakers.Id;

    public static IEnumerable<SequenceStay> SequencesOf(Contact contact) => ByRule(contact)
        .Where(place => !contact.Left.Contains(place.Id))
        .Select(place => new SequenceStay(place, contact.Added, 1))
        .Concat(contact.Enrolled);

    public static IEnumerable<ListPlace> ListsOf(Contact contact) => ListsByRule(contact).Union(contact.Listed);

    private static IEnumerable<SequencePlace> ByRule(Contact contact)
    {
        if (contact["email"] is null)
            yield break;

        yield return Welcome;
        if (contact["title"] is { } title && Decides().IsMatch(title))
            yield return DecisionMakers;
    }

    private static IEnumerable<ListPlace> ListsByRule(Contact contact)
    {
        if (contact["phone"] is not null)
            yield return CallBack;
        if (contact.SourceList is { } source)
            yield return source;
    }

    [GeneratedRegex(@"\b(head|chief|vp|director|ceo|cto)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Decides();
}
