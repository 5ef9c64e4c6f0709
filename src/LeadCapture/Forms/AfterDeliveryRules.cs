namespace LeadCapture.Forms;

/// What is wrong with what a form does after the delivery.
public static class AfterDeliveryRules
{
    public const int MostLists = 10;
    public const int MostRules = 20;

    /// A week: who waits for longer has forgotten the event.
    public const int MostDelay = 7 * 24 * 60;

    private const string NoId = "Use the number that Reply.io shows in the address of the sequence or list";

    /// Each with its place.
    public static IEnumerable<(string Place, string Problem)> ProblemsOf(FormDefinition form)
    {
        if (form.AfterDelivery is not { } after)
            yield break;
        const string place = "afterDelivery";
        foreach (var problem in ProblemsOf(place, after.SequenceId, after.StartStepId, after.ListIds))
            yield return problem;
        if (after.DelayMinutes is < 0 or > MostDelay)
            yield return (place + ".delayMinutes", $"Use a number from 0 to {MostDelay}");
        if (after.Rules.Count > MostRules)
            yield return (place + ".rules", $"Use up to {MostRules} rules. There are {after.Rules.Count}");
        foreach (var (index, rule) in after.Rules.Index())
        {
            var here = $"{place}.rules[{index}]";
            foreach (var problem in ConditionRules.ProblemsOf(rule.When, form))
                yield return (here + ".when", problem);
            foreach (var problem in ProblemsOf(here, rule.SequenceId, rule.StartStepId, rule.ListIds))
                yield return problem;
        }
    }

    private static IEnumerable<(string, string)> ProblemsOf(string place, int? sequence, int? step, IReadOnlyList<int> lists)
    {
        if (sequence is < 1)
            yield return (place + ".sequenceId", NoId);
        if (step is < 1)
            yield return (place + ".startStepId", NoId);
        if (step is not null && sequence is null)
            yield return (place + ".startStepId", "A step needs a sequence");
        if (lists.Any(list => list < 1))
            yield return (place + ".listIds", NoId);
        if (lists.Count > MostLists)
            yield return (place + ".listIds", $"Use up to {MostLists} lists. There are {lists.Count}");
    }
}
