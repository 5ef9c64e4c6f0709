using LeadCapture.Forms;
using LeadCapture.Forms.Fields;

namespace LeadCapture.Shared;

/// The inputs of a section, in rows of one or of two that belong together. A step's title stands above its first section.
public sealed record InputGroup(string Title, string Heading, IReadOnlyList<IReadOnlyList<FormInput>> Rows)
{
    public static IReadOnlyList<InputGroup> Of(FormPage page)
    {
        var left = page.Inputs.Where(input => input.Field.Kind.IsSeen).ToDictionary(input => IdOf(input.Field));
        List<InputGroup> groups = [];
        foreach (var step in page.Form.Steps)
            foreach (var (place, section) in step.Sections.Index())
                Add(place == 0 ? step.Title : "", section.Heading, Taken(section, left));
        Add("", "", [.. left.Values]);
        return groups;

        void Add(string title, string heading, List<FormInput> inputs)
        {
            if (inputs.Count > 0)
                groups.Add(new(title, heading, InRows(inputs)));
        }
    }

    private static List<FormInput> Taken(FormSection section, Dictionary<(string?, string?), FormInput> left)
    {
        List<FormInput> inputs = [];
        foreach (var field in section.Fields)
            if (left.Remove(IdOf(field), out var input))
                inputs.Add(input);
        return inputs;
    }

    /// A custom field may have the name of a property.
    private static (string? Property, string? Key) IdOf(Field field) => (field.Property, field.Key);

    private static List<List<FormInput>> InRows(List<FormInput> inputs)
    {
        List<List<FormInput>> rows = [];
        foreach (var input in inputs)
            if (rows is [.., [{ Field.SharesRow: true }] pair])
                pair.Add(input);
            else
                rows.Add([input]);
        return rows;
    }
}
