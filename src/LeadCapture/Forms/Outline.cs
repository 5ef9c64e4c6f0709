using System.Text.Json;
using LeadCapture.Forms.Fields;

namespace LeadCapture.Forms;

/// The steps, sections and fields of a form while somebody moves them about. A form keeps one step, and a step one section.
public sealed class Outline
{
    private readonly List<(FormStep Step, List<(FormSection Section, List<Field> Fields)> Sections)> steps;

    private Outline(FormDefinition form) => steps =
    [
        .. form.Steps.Select(step => (step, step.Sections.Select(section => (section, section.Fields.ToList())).ToList())),
    ];

    /// The form after the change, and where the thing that was changed stands now.
    public static (FormDefinition Form, Place Place) Change(FormDefinition form, Func<Outline, Place> change)
    {
        var outline = new Outline(form);
        var place = change(outline);
        return (form with { Steps = outline.Steps() }, place);
    }

    /// The form itself, a step, a section or a field; null where nothing stands.
    public static object? Find(FormDefinition form, Place place) => place switch
    {
        { IsForm: true } => form,
        { IsStep: true } => form.Steps.ElementAtOrDefault(place.Step),
        { IsSection: true } => form.Steps.ElementAtOrDefault(place.Step)?.Sections.ElementAtOrDefault(place.Section),
        _ => form.Steps.ElementAtOrDefault(place.Step)?.Sections.ElementAtOrDefault(place.Section)?.Fields.ElementAtOrDefault(place.Field),
    };

    public static bool Same(object? one, object? other) =>
        JsonSerializer.Serialize(one, FormJson.Options) == JsonSerializer.Serialize(other, FormJson.Options);

    /// Every place of the form, in the order of the page.
    public static IEnumerable<Place> Places(FormDefinition form)
    {
        yield return Place.Form;
        foreach (var (step, s) in form.Steps.Select((step, number) => (step, number)))
        {
            yield return new(s);
            foreach (var (section, c) in step.Sections.Select((section, number) => (section, number)))
            {
                yield return new(s, c);
                for (var field = 0; field < section.Fields.Count; field++)
                    yield return new(s, c, field);
            }
        }
    }

    /// In the place of what stands there.
    public static FormDefinition Replace(FormDefinition form, Place place, object with) => with switch
    {
        FormDefinition whole => whole,
        _ => Change(form, outline =>
        {
            if (with is FormStep step)
                outline.steps[place.Step] = (step, outline.steps[place.Step].Sections);
            else if (with is FormSection section)
                outline.Sections(place)[place.Section] = (section, outline.Fields(place));
            else if (with is Field field)
                outline.Fields(place)[place.Field] = field;
            return place;
        }).Form,
    };

    /// Behind the selected one; at the end of the section, the step or the form that is selected.
    public Place Add(Place selected, Field field)
    {
        var (step, section) = (selected.Step < 0 ? steps.Count - 1 : selected.Step, selected.Section);
        section = section < 0 ? steps[step].Sections.Count - 1 : section;
        var place = new Place(step, section, selected.IsField ? selected.Field + 1 : steps[step].Sections[section].Fields.Count);
        Fields(place).Insert(place.Field, field);
        return place;
    }

    public Place AddSection(Place selected)
    {
        var step = selected.Step < 0 ? steps.Count - 1 : selected.Step;
        var place = new Place(step, selected.Section < 0 ? steps[step].Sections.Count : selected.Section + 1);
        Sections(place).Insert(place.Section, (new() { Fields = [] }, []));
        return place;
    }

    public Place AddStep(Place selected)
    {
        var place = new Place(selected.Step < 0 ? steps.Count : selected.Step + 1);
        steps.Insert(place.Step, NewStep());
        return place;
    }

    public Place Remove(Place place)
    {
        if (place.IsField)
        {
            Fields(place).RemoveAt(place.Field);
            return place.Field < Fields(place).Count ? place : place with { Field = place.Field - 1 };
        }
        if (place.IsSection)
        {
            Sections(place).RemoveAt(place.Section);
            if (Sections(place).Count == 0)
                Sections(place).Add((new() { Fields = [] }, []));
            return new(place.Step);
        }
        if (place.IsStep)
        {
            steps.RemoveAt(place.Step);
            if (steps.Count == 0)
                steps.Add(NewStep());
        }
        return Place.Form;
    }

    /// One up or down; a field or a section at the edge goes on into the next section or step.
    public Place Move(Place place, int by) => place switch
    {
        { IsField: true } => MoveField(place, by),
        { IsSection: true } => MoveSection(place, by),
        { IsStep: true } => MoveStep(place, by),
        _ => place,
    };

    /// A field or a section to where somebody drops it.
    public Place MoveTo(Place from, Place to) => from.IsField ? MoveFieldTo(from, to) : MoveSectionTo(from, to);

    private Place MoveFieldTo(Place from, Place to)
    {
        var field = Fields(from)[from.Field];
        Fields(from).RemoveAt(from.Field);
        var place = to with { Field = Math.Clamp(to.Field, 0, Fields(to).Count) };
        Fields(place).Insert(place.Field, field);
        return place;
    }

    private Place MoveSectionTo(Place from, Place to)
    {
        var section = Sections(from)[from.Section];
        Sections(from).RemoveAt(from.Section);
        var place = to with { Section = Math.Clamp(to.Section, 0, Sections(to).Count) };
        Sections(place).Insert(place.Section, section);
        if (Sections(from).Count == 0)
            Sections(from).Add((new() { Fields = [] }, []));
        return place;
    }

    private Place MoveField(Place place, int by)
    {
        var next = place.Field + by;
        if (next >= 0 && next < Fields(place).Count)
            return MoveTo(place, place with { Field = next });
        var all = steps.SelectMany((step, s) => step.Sections.Select((_, c) => new Place(s, c))).ToList();
        var section = all.IndexOf(new(place.Step, place.Section)) + by;
        return section < 0 || section >= all.Count
            ? place
            : MoveTo(place, all[section] with { Field = by > 0 ? 0 : Fields(all[section]).Count });
    }

    private Place MoveSection(Place place, int by)
    {
        var next = place.Section + by;
        if (next >= 0 && next < Sections(place).Count)
            return MoveSectionTo(place, place with { Section = next });
        var step = place.Step + by;
        return step < 0 || step >= steps.Count
            ? place
            : MoveSectionTo(place, new(step, by > 0 ? 0 : steps[step].Sections.Count));
    }

    private Place MoveStep(Place place, int by)
    {
        var next = place.Step + by;
        if (next < 0 || next >= steps.Count)
            return place;
        (steps[place.Step], steps[next]) = (steps[next], steps[place.Step]);
        return new(next);
    }

    private List<(FormSection Section, List<Field> Fields)> Sections(Place place) => steps[place.Step].Sections;

    private List<Field> Fields(Place place) => Sections(place)[place.Section].Fields;

    private static (FormStep, List<(FormSection, List<Field>)>) NewStep() =>
        (new() { Sections = [] }, [(new() { Fields = [] }, [])]);

    private List<FormStep> Steps() =>
    [
        .. steps.Select(step => step.Step with
        {
            Sections = [.. step.Sections.Select(section => section.Section with { Fields = [.. section.Fields] })],
        }),
    ];
}
