using LeadCapture.Forms;
using LeadCapture.Forms.Fields;
using static LeadCapture.Admin.Forms.FormsText;

namespace LeadCapture.Admin.Forms.Editing;

/// One act of somebody who edits: the settings of the selected part, and what a button or a drop does with it.
public sealed record Edit(Place At, string Do, ElementForm Settings);

/// What became of an edit. Said: what the editor tells about it; "" where the page shows it.
public sealed record Edited(FormDefinition Form, Place At, string Said = "");

/// Carries out edits on a definition.
public static class DraftEditor
{
    public static Edited Apply(FormDefinition form, Edit edit, Action<string, string> wrong)
    {
        if (Outline.Find(form, edit.At) is not { } element)
            return new(form, Place.Form);
        var changed = edit.Settings.Apply(element, wrong);
        form = Outline.Replace(form, edit.At, changed);
        if (element is Field { Key: { } old } && changed is Field { Key: { } key } && key != old)
            form = ConditionEdits.Rename(form, old, key);
        return Act(form, edit.At, edit.Do.Split(':', 2), wrong);
    }

    private static Edited Act(FormDefinition form, Place at, string[] act, Action<string, string> wrong) => act switch
    {
        ["up"] => Moved(form, outline => outline.Move(at, -1)),
        ["down"] => Moved(form, outline => outline.Move(at, 1)),
        ["remove"] when !at.IsForm => Removed(form, at),
        ["copy"] => Added(form, at, Outline.Find(form, at) is Field field ? Shelves.Copy(form, field) : null),
        ["add", var name] => Named(form, at, name, wrong),
        ["add-section"] => Moved(form, outline => outline.AddSection(at)),
        ["add-step"] => Moved(form, outline => outline.AddStep(at)),
        ["move", var way] => Dropped(form, at, way),
        ["to", var section] => SentTo(form, at, Place.Parse(section)),
        ["test"] => new(ConditionEdits.WithTest(form, at), at),
        _ => new(form, at),
    };

    private static Edited Moved(FormDefinition form, Func<Outline, Place> change)
    {
        var (changed, place) = Outline.Change(form, change);
        return new(changed, place);
    }

    private static Edited Removed(FormDefinition form, Place at)
    {
        var name = Outline.Find(form, at) switch
        {
            Field field => field.Label,
            FormSection { Heading: not "" } section => section.Heading,
            FormStep { Title: not "" } step => step.Title,
            FormSection => T["Section"].Value,
            _ => T["Step"],
        };
        return Moved(form, outline => outline.Remove(at)) with { Said = T["“{0}” deleted. Use Undo to bring it back.", name] };
    }

    private static Edited Added(FormDefinition form, Place at, Field? field) =>
        field is null ? new(form, at) : Moved(form, outline => outline.Add(at, field));

    private static Edited Named(FormDefinition form, Place at, string name, Action<string, string> wrong)
    {
        if (name is "custom:")
            wrong("custom", T["Enter the name of the custom field"]);
        return name is "custom:" ? new(form, at) : Added(form, at, Shelves.Find(form, name));
    }

    /// "0.1.2>0.0.0", when something was dragged there.
    private static Edited Dropped(FormDefinition form, Place at, string way) => way.Split('>') switch
    {
        [var from, var to] => Dropped(form, at, Place.Parse(from), Place.Parse(to)),
        _ => new(form, at),
    };

    private static Edited Dropped(FormDefinition form, Place at, Place from, Place to) => Outline.Find(form, from) switch
    {
        Field when to.IsField && Outline.Find(form, to with { Field = -1 }) is FormSection => Moved(form, outline => outline.MoveTo(from, to)),
        FormSection when to.IsSection && Outline.Find(form, new(to.Step)) is FormStep => Moved(form, outline => outline.MoveTo(from, to)),
        _ => new(form, at),
    };

    /// To the end of the section.
    private static Edited SentTo(FormDefinition form, Place at, Place section) => at.IsField && Outline.Find(form, section) is FormSection
        ? Moved(form, outline => outline.MoveTo(at, section with { Field = int.MaxValue }))
        : new(form, at);
}
