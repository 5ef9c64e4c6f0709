using LeadCapture.Forms.Fields;
using static LeadCapture.Forms.FormText;

namespace LeadCapture.Forms;

/// A condition in people's words: Only if “Interest” is “Now”.
public static class ConditionWords
{
    /// Null where it says nothing yet.
    public static string? Of(Condition? condition, FormDefinition form) => condition?.Tests switch
    {
        null or [] => null,
        [var test] => Sentence(test, form),
        var tests => condition.All is null
            ? T["Only if any of these is true: {0}", Listed(tests, form)]
            : T["Only if all of these are true: {0}", Listed(tests, form)],
    };

    private static string Listed(IEnumerable<AnswerTest> tests, FormDefinition form) =>
        string.Join("; ", tests.Select(test => Part(test, form)));

    private static string Sentence(AnswerTest test, FormDefinition form) => (Asked(test, form), IsBox(test, form), IsSeveral(test, form)) switch
    {
        ((var label, { Empty: true }), true, _) => T["Only if “{0}” is not checked", label],
        ((var label, { Empty: false }), true, _) => T["Only if “{0}” is checked", label],
        ((var label, { Empty: true }), _, _) => T["Only if “{0}” is empty", label],
        ((var label, { Empty: false }), _, _) => T["Only if “{0}” is filled in", label],
        ((var label, { Is: { } value }), _, _) => T["Only if “{0}” is “{1}”", label, value],
        ((var label, { IsNot: { } value }), _, _) => T["Only if “{0}” is not “{1}”", label, value],
        ((var label, { Contains: { } value }), _, true) => T["Only if “{0}” includes “{1}”", label, value],
        ((var label, var other), _, _) => T["Only if “{0}” contains “{1}”", label, other.Contains ?? ""],
    };

    private static string Part(AnswerTest test, FormDefinition form) => (Asked(test, form), IsBox(test, form), IsSeveral(test, form)) switch
    {
        ((var label, { Empty: true }), true, _) => T["“{0}” is not checked", label],
        ((var label, { Empty: false }), true, _) => T["“{0}” is checked", label],
        ((var label, { Empty: true }), _, _) => T["“{0}” is empty", label],
        ((var label, { Empty: false }), _, _) => T["“{0}” is filled in", label],
        ((var label, { Is: { } value }), _, _) => T["“{0}” is “{1}”", label, value],
        ((var label, { IsNot: { } value }), _, _) => T["“{0}” is not “{1}”", label, value],
        ((var label, { Contains: { } value }), _, true) => T["“{0}” includes “{1}”", label, value],
        ((var label, var other), _, _) => T["“{0}” contains “{1}”", label, other.Contains ?? ""],
    };

    private static bool IsBox(AnswerTest test, FormDefinition form) => Conditions.Meant(test.Field, form.Fields)?.Kind is ConsentKind;

    private static bool IsSeveral(AnswerTest test, FormDefinition form) => Conditions.Meant(test.Field, form.Fields)?.Kind is CheckboxesKind;

    /// The label of the field, and the test with its value as people read it. Of a box, checked and not checked is all there is.
    private static (string Label, AnswerTest Test) Asked(AnswerTest test, FormDefinition form)
    {
        if (Conditions.Meant(test.Field, form.Fields) is not { } field)
            return (test.Field, test);
        var asked = Conditions.Spelled(test, field);
        if (field.Kind is ConsentKind && asked.Empty is null)
            asked = new() { Field = asked.Field, Empty = asked.Is is null && asked.Contains is null };
        return (field.ShownLabel, asked with
        {
            Is = asked.Is is null ? null : field.Show(asked.Is),
            IsNot = asked.IsNot is null ? null : field.Show(asked.IsNot),
            Contains = asked.Contains is null ? null : field.Show(asked.Contains),
        });
    }
}
