using LeadCapture.Forms.Fields;

namespace LeadCapture.Forms;

/// What is wrong with the conditions of a form that somebody made. Each asks only about fields before it, so no two wait for each other.
public static class ConditionRules
{
    private const int MostTests = 20;
    private const int LongestValue = 500;

    /// Each with its place.
    public static IEnumerable<(string Place, string Problem)> ProblemsOf(FormDefinition form)
    {
        var before = 0;
        foreach (var (stepIndex, step) in form.Steps.Index())
        {
            var stepPlace = $"steps[{stepIndex}]";
            foreach (var problem in ProblemsOf(step.ShowWhen, form, before))
                yield return (stepPlace + ".showWhen", problem);
            foreach (var (sectionIndex, section) in step.Sections.Index())
            {
                var sectionPlace = $"{stepPlace}.sections[{sectionIndex}]";
                foreach (var problem in ProblemsOf(section.ShowWhen, form, before))
                    yield return (sectionPlace + ".showWhen", problem);
                foreach (var (index, field) in section.Fields.Index())
                {
                    foreach (var problem in ProblemsOf(field.ShowWhen, form, before, field))
                        yield return ($"{sectionPlace}.fields[{index}].showWhen", problem);
                    before++;
                }
            }
        }
    }

    /// Of a condition that is asked about a form that was sent.
    public static IEnumerable<string> ProblemsOf(Condition condition, FormDefinition form) => ProblemsOf(condition, form, form.Fields.Count);

    /// Before: how many fields stand before what the condition shows.
    private static IEnumerable<string> ProblemsOf(Condition? condition, FormDefinition form, int before, Field? own = null)
    {
        if (condition is null)
            return [];
        if (condition.All is null == condition.Any is null)
            return ["Use either all or any, and not both"];
        return condition.Tests.Count is 0 or > MostTests
            ? [$"Use 1 to {MostTests} tests. There are {condition.Tests.Count}"]
            : condition.Tests.Select(test => ProblemOf(test, form.Fields, before, own)).OfType<string>().Distinct();
    }

    private static string? ProblemOf(AnswerTest test, IReadOnlyList<Field> fields, int before, Field? own)
    {
        if (Conditions.Meant(test.Field, fields) is not { } field)
            return $"“{test.Field}” is not a field of this form";
        if (ReferenceEquals(field, own))
            return $"“{test.Field}” can't depend on its own answer";
        return fields.Take(before).Any(one => ReferenceEquals(one, field))
            ? ProblemOf(test, field)
            : $"“{test.Field}” does not stand before this. A condition can only ask about an earlier field";
    }

    private static string? ProblemOf(AnswerTest test, Field field)
    {
        string?[] values = [test.Is, test.IsNot, test.Contains];
        var given = values.OfType<string>().ToList();
        if (given.Count + (test.Empty is null ? 0 : 1) != 1)
            return $"The test of “{test.Field}” needs exactly one of is, isNot, contains, and empty";
        if (given is not [var value])
            return null;
        if (value.Trim().Length is 0 or > LongestValue)
            return $"The test of “{test.Field}” needs a value of 1 to {LongestValue} characters. To ask for no answer, use empty";
        return IsChoice(test, field) && field.Kind.ProblemOf(field, field.Normalize(value)) is not null
            ? $"“{value}” is not an answer to “{test.Field}”"
            : null;
    }

    private static bool IsChoice(AnswerTest test, Field field) =>
        field.Kind is CheckboxesKind || test.Contains is null && field.Kind is ChoiceKind or ConsentKind;
}
