using LeadCapture.Forms;
using LeadCapture.Forms.Fields;

namespace LeadCapture.Admin.Forms.Editing;

/// A line of the outline: the part of the form that stands at the place, the first of its kind having the number 1.
public sealed record EditorPart(EditorPage Page, Place Place, object Part, int Number)
{
    public string Id => "at-" + Place.ToString().Replace('.', '-');

    public string Kind => Part switch { FormStep => "step", FormSection => "section", Field => "field", _ => "form" };

    public bool IsSelected => Place == Page.At;
}
