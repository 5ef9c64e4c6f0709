using LeadCapture.Admin.Leads;
using LeadCapture.Forms;

namespace LeadCapture.Admin.Failures;

public enum Effect { Changed, Unchanged, Breaks }

/// What a fix makes of the answers of one lead. Nothing is stored by it.
public sealed record FixPreview(Effect Effect, SubmittedAnswers After)
{
    public IReadOnlyList<Change> Changes { get; private init; } = [];

    /// Why the form would not take it.
    public string Problem { get; private init; } = "";

    public static FixPreview Of(SubmittedAnswers before, Fix fix, FormDefinition form)
    {
        var after = fix.Of(before).Spelled(form);
        if (after.ToJson() == before.ToJson())
            return new(Effect.Unchanged, before);
        if (FormRules.Of(form).Validate(CorrectionPages.SubmissionOf(after)).Errors is [var problem, ..])
            return new(Effect.Breaks, before) { Problem = problem.ErrorMessage };
        var changes = Change.Between(before, after, form);
        return changes.Count == 0 ? new(Effect.Unchanged, before) : new(Effect.Changed, after) { Changes = changes };
    }
}
