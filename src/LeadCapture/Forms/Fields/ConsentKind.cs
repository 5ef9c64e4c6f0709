using static LeadCapture.Forms.FormText;

namespace LeadCapture.Forms.Fields;

/// One box to tick. Where it must be ticked, a no is no answer.
public sealed class ConsentKind : FieldKind
{
    public override string Name => "consent";

    public override string View => "_Consent";

    public override string Normalize(Field field, string value) => YesOrNo.Find(value)?.Value ?? value;

    /// It may link to what is consented to.
    public override string LabelOf(Field field) => SmallMarkdown.Plain(field.Label);

    public override bool IsTyped => false;

    public override bool IsMissing(Field field, string value) => value == "" || YesOrNo.Find(value) == YesOrNo.No;

    public override string MissingMessage(Field field) => T["Check the box to continue"];

    public override string? ProblemOf(Field field, string value) => YesOrNo.ProblemOf(field, value);

    public override string Show(Field field, string value) => YesOrNo.Find(value) is { } known ? T[known.Label] : value;
}
