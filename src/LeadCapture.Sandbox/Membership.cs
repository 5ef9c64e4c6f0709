using System.Text.RegularExpressions;

namespace LeadCapture.Sandbox;

internal sealed record SequencePlace(int Id, string Name, long? EmailAccountId);

internal sealed record ListPlace(int Id, string Name, bool IsShared);

/// <summary>Puts contacts in sequences and on lists by a rule simple enough to stand on the page.</summary>
internal static partial class Membership
{
    public static readonly SequencePlace Welcome = new(100, "Welcome", 101);
    public static readonly SequencePlace DecisionMakers = new(200, "Decision makers", null);

    public static IEnumerable<SequencePlace> SequencesOf(Contact contact)
    {
        if (contact["email"] is null)
            yield break;

        yield return Welcome;
        if (contact["title"] is { } title && Decides().IsMatch(title))
            yield return DecisionMakers;
    }

    public static IEnumerable<ListPlace> ListsOf(Contact contact)
    {
        if (contact["phone"] is not null)
            yield return new(10, "Call back", false);
        if (contact.Source is { } source)
            yield return new(contact.SourceListId, $"Source: {source}", true);
    }

    [GeneratedRegex(@"\b(head|chief|vp|director|ceo|cto)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Decides();
}
