using LeadCapture.Catalogue;
using LeadCapture.Forms;
using static LeadCapture.Admin.Forms.FollowUps.FollowUpText;

namespace LeadCapture.Admin.Forms.FollowUps;

/// What follows a contact of a form, as it stands in the draft or was typed, with the sequences and lists that Reply.io has.
public sealed record FollowUpPage(FormHead Head, Draft Draft, FollowUpForm Typed, CatalogueState Known)
{
    public FormDefinition Form => Draft.Definition;

    /// Without them, numbers are typed.
    public bool KnowsLists => Known.Lists.Count > 0;

    public static IReadOnlyList<(string Value, string Label)> ExistingChoices =>
    [
        (nameof(ExistingContact.Create), T["Send the lead as it is and let Reply.io decide"]),
        (nameof(ExistingContact.Update), T["Update what the visitor entered and keep everything else"]),
        (nameof(ExistingContact.Leave), T["Leave the contact as it is"]),
    ];

    public static IReadOnlyList<(string Value, string Label)> OtherChoices =>
    [
        (nameof(OtherSequence.Skip), T["Don’t enroll it"]),
        (nameof(OtherSequence.Move), T["Move it to this sequence"]),
        (nameof(OtherSequence.Add), T["Add this sequence to the others"]),
    ];

    /// Those that Reply.io lists, and those that were chosen and are not among them.
    public IReadOnlyList<(string Value, string Label)> ListsWith(IEnumerable<string> chosen)
    {
        List<(string Value, string Label)> choices =
        [
            .. Known.Lists.OrderBy(list => list.Name, StringComparer.CurrentCultureIgnoreCase).Select(list => (Ids.Write(list.Id), list.Name)),
        ];
        choices.AddRange(chosen.Where(id => id != "" && choices.All(choice => choice.Value != id)).ToList()
            .ConvertAll(id => (id, (string)T["List {0} (not in Reply.io)", id])));
        return choices;
    }

    public string WordsOf(RuleForm rule) =>
        Form.AfterDelivery?.Rules.ElementAtOrDefault(rule.Stored) is { } stored ? ConditionWords.Of(stored.When, Form) ?? "" : "";
}
