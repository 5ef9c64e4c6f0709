using LeadCapture.Forms;
using LeadCapture.Shared;
using static LeadCapture.Pages.PageText;

namespace LeadCapture.Pages;

/// What a visitor sees of a form that takes nobody now, in the form's shape.
public sealed record ClosedPage(PublishedForm Published, FormShape Shape, Admission Admission)
{
    /// What was sent all the same: none of it is lost.
    public IReadOnlyList<(string Label, string Value)> Typed { get; init; } = [];

    public FormDefinition Form => Published.Definition;

    public string Sentence => SentenceOf(Form, Admission);

    /// May have marks.
    public string Text => Admission == Admission.NotYet ? ""
        : Form.ClosedText is { Length: > 0 } own ? own : T["It no longer accepts answers."];

    public bool OpensLater => Admission == Admission.NotYet;

    public static string SentenceOf(FormDefinition form, Admission admission) => admission == Admission.NotYet && form.OpensAt is { } opens
        ? T["This form opens on {0} ({1}).", FormTimes.Words(opens, form.TimeZone), FormTimes.Place(form.TimeZone)]
        : T["This form is closed."];

    public static IReadOnlyList<(string Label, string Value)> TypedIn(FormDefinition form, Submission submission) =>
    [
        .. submission.Properties.Where(answer => answer.Value != "")
            .Select(answer => (form.PropertyField(answer.Key).ShownLabel, answer.Value)),
        .. submission.CustomFields.Where(row => row.Value != "").Select(row => (form.FieldOf(row.Key)?.ShownLabel ?? row.Key, row.Value)),
    ];
}
