using LeadCapture.Forms;
using LeadCapture.Forms.Fields;

namespace LeadCapture.Admin.Forms.FollowUps;

/// A rule as it is typed: one answer, and what it leads to.
public sealed class RuleForm
{
    /// How Answer says that the condition stays as it is stored: one that asks for several answers.
    public const string Kept = "kept";

    /// What is asked, the field, and for one that offers choices the choice, with colons between.
    public string Answer { get; init; } = "";

    /// What is compared where the field offers no choices.
    public string Text { get; init; } = "";

    /// Which stored rule has the condition that stays.
    public int Stored { get; init; } = -1;

    public string Sequence { get; init; } = "";
    public string StartStep { get; init; } = "";
    public List<string> Lists { get; init; } = [];
    public string MoreLists { get; init; } = "";

    public static RuleForm Of(FollowUpRule rule, int index, FormDefinition form) => new()
    {
        Answer = rule.When.Tests is [var test] ? AnswerOf(test, form) : Kept,
        Text = rule.When.Tests is [var single] && !OffersChoices(single, form) ? single.Is ?? single.Contains ?? "" : "",
        Stored = index,
        Sequence = Ids.Write(rule.SequenceId),
        StartStep = Ids.Write(rule.StartStepId),
        Lists = [.. rule.ListIds.Select(id => Ids.Write(id))],
    };

    public FollowUpRule Read(FormDefinition form, Action<string, string> wrong) => new()
    {
        When = Condition(form),
        SequenceId = Ids.Read(Sequence, problem => wrong("sequence", problem)),
        StartStepId = Ids.Read(StartStep, problem => wrong("startStep", problem)),
        ListIds = Ids.ReadAll(Lists, MoreLists, problem => wrong("lists", problem)),
    };

    /// The answer has to be compared with a text, and there is none.
    public bool LacksText => Text.Trim() == "" && Answer.Split(':') is ["is" or "contains", _];

    private Condition Condition(FormDefinition form)
    {
        if (Answer == Kept && form.AfterDelivery?.Rules.ElementAtOrDefault(Stored) is { } stored)
            return stored.When;
        var parts = Answer.Split(':', 3);
        var (asked, field, choice) = (parts[0], parts.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(2));
        var value = choice ?? Text.Trim();
        return new()
        {
            All =
            [
                asked switch
                {
                    "contains" => new() { Field = field, Contains = value },
                    "filled" => new() { Field = field, Empty = false },
                    _ => new() { Field = field, Is = value },
                },
            ],
        };
    }

    private static string AnswerOf(AnswerTest test, FormDefinition form) => (test, OffersChoices(test, form)) switch
    {
        ({ Is: { } value }, true) => $"is:{test.Field}:{value}",
        ({ Contains: { } value }, true) => $"contains:{test.Field}:{value}",
        ({ Is: not null }, _) => $"is:{test.Field}",
        ({ Contains: not null }, _) => $"contains:{test.Field}",
        ({ Empty: false }, _) => $"filled:{test.Field}",
        _ => Kept,
    };

    private static bool OffersChoices(AnswerTest test, FormDefinition form) =>
        Conditions.Meant(test.Field, form.Fields)?.Choices.Count > 0;

    /// All answers that a rule may ask for, by field: first those that are chosen.
    public static IEnumerable<(Field Field, IReadOnlyList<(string Value, string Label)> Answers)> Offered(FormDefinition form)
    {
        var asked = form.Fields.Where(field => field.Property is not null || field.Key is not null);
        foreach (var field in asked.OrderBy(field => field.Choices.Count == 0))
            yield return (field, field.Choices.Count == 0 ?
            [
                ($"is:{field.Id}", FollowUpText.T["{0} is the text below", field.ShownLabel]),
                ($"contains:{field.Id}", FollowUpText.T["{0} contains the text below", field.ShownLabel]),
                ($"filled:{field.Id}", FollowUpText.T["{0} is filled in", field.ShownLabel]),
            ]
            : [.. field.Choices.Select(choice => ($"{(field.Kind is CheckboxesKind ? "contains" : "is")}:{field.Id}:{choice.Value}",
                (string)FollowUpText.T["{0}: {1}", field.ShownLabel, choice.Label]))]);
    }
}
