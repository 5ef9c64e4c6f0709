using LeadCapture.Forms.Fields;

namespace LeadCapture.Forms;

/// The conditions of a form, ready to be followed: its fields that are not always shown, each with what must hold. The page follows the
/// same rules by script (conditions.js).
public sealed class Conditions
{
    private readonly List<(Field Field, IReadOnlyList<Rule> Rules)> guarded = [];

    private Conditions(IReadOnlyList<FormStep> steps)
    {
        IReadOnlyList<Field> fields = [.. steps.SelectMany(step => step.Sections).SelectMany(section => section.Fields)];
        foreach (var step in steps)
            foreach (var section in step.Sections)
                foreach (var field in section.Fields)
                    if (RulesOf([step.ShowWhen, section.ShowWhen, field.ShowWhen], fields) is { Count: > 0 } rules)
                        guarded.Add((field, rules));
    }

    /// Null where everything is always shown.
    public static Conditions? Of(IReadOnlyList<FormStep> steps) =>
        new Conditions(steps) is { guarded.Count: > 0 } conditions ? conditions : null;

    /// The field that a test means: a property, or else the key of a custom field.
    public static Field? Meant(string name, IEnumerable<Field> fields) => fields.FirstOrDefault(field => field.Property == name)
        ?? fields.FirstOrDefault(field => field.Key is not null && field.Key.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// The test with its value as an answer is kept. A box that is not checked is no answer.
    public static AnswerTest Spelled(AnswerTest test, Field? field) => field switch
    {
        null => test,
        { Kind: ConsentKind } when test.Is is { } value && Kept(field, value) == "" => new() { Field = test.Field, Empty = true },
        { Kind: ConsentKind } when test.IsNot is { } value && Kept(field, value) == "" => new() { Field = test.Field, Empty = false },
        _ => test with
        {
            Is = test.Is is null ? null : Kept(field, test.Is),
            IsNot = test.IsNot is null ? null : Kept(field, test.IsNot),
            Contains = test.Contains is not null && field.Kind is CheckboxesKind ? Kept(field, test.Contains) : test.Contains,
        },
    };

    /// For what is not on the page: whether it holds for these answers. Answers that were not shown count as none.
    public static bool Hold(Condition condition, FormDefinition form, SubmittedAnswers answers)
    {
        var shown = answers.Shown(form);
        IReadOnlyList<Field> fields = form.Captured is { } captured ? [.. form.Fields, .. captured.Fields] : form.Fields;
        return RulesOf([condition], fields).All(rule => rule.Holds(field => field is null ? "" : Kept(field, shown.To(field) ?? "")));
    }

    /// What is not shown for these answers. A condition about what is itself hidden sees no answer.
    public IReadOnlySet<Field> Hidden(Func<Field, string> typed)
    {
        HashSet<Field> hidden = new(ReferenceEqualityComparer.Instance);
        string AnswerTo(Field? field) => field is null || hidden.Contains(field) ? "" : Kept(field, typed(field));
        foreach (var (field, rules) in guarded)
            if (!rules.All(rule => rule.Holds(AnswerTo)))
                hidden.Add(field);
        return hidden;
    }

    /// In a draft a condition may say nothing yet.
    private static IReadOnlyList<Rule> RulesOf(IEnumerable<Condition?> conditions, IReadOnlyList<Field> fields) =>
    [
        .. from condition in conditions
           where condition is { Tests.Count: > 0 }
           let tests = from test in condition.Tests
                       let field = Meant(test.Field, fields)
                       select new Rule.Test(field, Spelled(test, field))
           select new Rule(condition.All is not null, [.. tests]),
    ];

    private static string Kept(Field field, string value)
    {
        var kept = field.Normalize(value);
        if (field.Property is { } property && ContactFields.Find(property) is { } known && known.Kind != field.Kind)
            kept = known.Normalize(kept);
        return field.Kind.IsMissing(field, kept) ? "" : kept;
    }

    private sealed record Rule(bool All, IReadOnlyList<Rule.Test> Tests)
    {
        public bool Holds(Func<Field?, string> answerTo)
        {
            bool Passes(Test test) => test.Passes(answerTo(test.Field));
            return All ? Tests.All(Passes) : Tests.Any(Passes);
        }

        public sealed record Test(Field? Field, AnswerTest Asked)
        {
            public bool Passes(string answer) => Asked switch
            {
                { Empty: { } empty } => answer == "" == empty,
                { Is: { } value } => IsSame(answer, value),
                { IsNot: { } value } => !IsSame(answer, value),
                { Contains: { } value } when Field?.Kind is CheckboxesKind =>
                    CheckboxesKind.Split(answer).Any(chosen => IsSame(chosen, value)),
                { Contains: { } value } => Plain(answer).Contains(Plain(value), StringComparison.OrdinalIgnoreCase),
                _ => true,
            };

            private static bool IsSame(string answer, string value) => Plain(answer).Equals(Plain(value), StringComparison.OrdinalIgnoreCase);

            /// Blanks and lines make no difference.
            private static string Plain(string text) =>
                string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
    }
}
