using LeadCapture.Forms;
using LeadCapture.Forms.Fields;

namespace LeadCapture.Admin.Forms.Editing;

/// What an editor does with the conditions of a form.
public static class ConditionEdits
{
    /// Whoever asks for the field by its old key asks for the new one.
    public static FormDefinition Rename(FormDefinition form, string old, string key)
    {
        foreach (var place in Outline.Places(form).ToList())
            if (Of(Outline.Find(form, place)) is { } condition)
                form = With(form, place, condition with { All = Renamed(condition.All), Any = Renamed(condition.Any) });
        return form;

        List<AnswerTest>? Renamed(IReadOnlyList<AnswerTest>? tests) =>
            tests?.Select(test => test.Field.Equals(old, StringComparison.OrdinalIgnoreCase) ? test with { Field = key } : test).ToList();
    }

    /// One more test, about the field before it that offers choices, or else the nearest one.
    public static FormDefinition WithTest(FormDefinition form, Place place)
    {
        var before = Before(form, place);
        if ((before.LastOrDefault(one => one.Choices.Count > 0) ?? (before is [.., var nearest] ? nearest : null)) is not { } field)
            return form;
        var test = new AnswerTest { Field = field.Id, Is = field.Choices.Count > 0 ? field.Choices[0].Value : "" };
        return With(form, place, Of(Outline.Find(form, place)) switch
        {
            { Any: { } any } => new() { Any = [.. any, test] },
            { All: { } all } => new() { All = [.. all, test] },
            _ => new() { All = [test] },
        });
    }

    public static Condition? Of(object? element) => element switch
    {
        FormStep step => step.ShowWhen,
        FormSection section => section.ShowWhen,
        Field field => field.ShowWhen,
        _ => null,
    };

    /// What a condition there can ask about.
    public static IReadOnlyList<Field> Before(FormDefinition form, Place place) =>
    [
        .. Outline.Places(form).TakeWhile(other => other != place).Select(other => Outline.Find(form, other)).OfType<Field>(),
    ];

    private static FormDefinition With(FormDefinition form, Place place, Condition condition) =>
        Outline.Find(form, place) switch
        {
            FormStep step => Outline.Replace(form, place, step with { ShowWhen = condition }),
            FormSection section => Outline.Replace(form, place, section with { ShowWhen = condition }),
            Field field => Outline.Replace(form, place, field with { ShowWhen = condition }),
            _ => form,
        };
}
