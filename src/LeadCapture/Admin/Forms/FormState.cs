using LeadCapture.Forms;
using static LeadCapture.Admin.Forms.FormsText;

namespace LeadCapture.Admin.Forms;

/// What visitors find at the address of a form.
public enum FormState { Draft, Published, Closed, Archived }

public static class FormStates
{
    public static FormState StateAt(this Draft draft, DateTimeOffset now, long leads) => draft switch
    {
        { Form.ArchivedAt: not null } => FormState.Archived,
        { Published: null } => FormState.Draft,
        { Form.ClosedAt: not null } => FormState.Closed,
        { Published: var form } when form.OpensAt > now || form.ClosesAt <= now || form.MaxLeads <= leads => FormState.Closed,
        _ => FormState.Published,
    };

    public static string Word(this FormState state) => state switch
    {
        FormState.Draft => T["Draft"],
        FormState.Published => T["Published"],
        FormState.Closed => T["Closed"],
        _ => T["Archived"],
    };

    public static Pill Pill(this FormState state) => state switch
    {
        FormState.Draft => new(state.Word(), "edit", "accent"),
        FormState.Published => new(state.Word(), "done", "good"),
        FormState.Closed => new(state.Word(), "pause", "warn"),
        _ => new(state.Word(), "remove"),
    };
}
