using LeadCapture.Forms;

namespace LeadCapture.Shared;

/// A step as it stands in the page: those of its sections that have something to fill in.
public sealed record PageStep(string Title, IReadOnlyList<InputGroup> Groups)
{
    /// When it is shown, for scripts; null: always.
    public string? ShowWhen { get; init; }

    /// The same in words.
    public string? OnlyIf { get; init; }

    /// What the form does not ask for comes last, where there is something to correct about it.
    public static IReadOnlyList<PageStep> Of(FormPage page)
    {
        var conditions = new ConditionMarkup(page);
        var left = page.Inputs.Where(input => input.Field.Kind.IsSeen).ToList();
        List<PageStep> steps = [];
        foreach (var step in page.Form.Steps)
            if (GroupsOf(step, left, conditions, page.Shape) is { Count: > 0 } groups)
                steps.Add(new(step.Title, groups)
                {
                    ShowWhen = conditions.Script(step.ShowWhen),
                    OnlyIf = conditions.Words(step.ShowWhen),
                });
        if (left.Count == 0)
            return steps;
        var rest = InputGroup.Of(left);
        return steps is [.. var before, var last] ? [.. before, last with { Groups = [.. last.Groups, rest] }] : [new("", [rest])];
    }

    private static List<InputGroup> GroupsOf(FormStep step, List<FormInput> left, ConditionMarkup conditions, FormShape shape)
    {
        List<InputGroup> groups = [];
        foreach (var section in step.Sections)
            if (Taken(section, left) is { Count: > 0 } inputs)
                groups.Add(InputGroup.Of([.. inputs.Select(conditions.Of)]) with
                {
                    Heading = section.Heading,
                    Collapsed = section.Collapsed && shape != FormShape.Correction,
                    ShowWhen = conditions.Script(section.ShowWhen),
                    OnlyIf = conditions.Words(section.ShowWhen),
                });
        return groups;
    }

    /// A custom field may have the name of a property.
    private static List<FormInput> Taken(FormSection section, List<FormInput> left)
    {
        List<FormInput> inputs = [];
        foreach (var field in section.Fields)
            if (left.Find(input => input.Field.Property == field.Property && input.Field.Key == field.Key) is { } input && left.Remove(input))
                inputs.Add(input);
        return inputs;
    }
}
