namespace LeadCapture.Shared;

/// Fields under one heading, in rows of one field or of two that belong together.
public sealed record FormSection(string Heading, IReadOnlyList<IReadOnlyList<FormInput>> Rows)
{
    public static IReadOnlyList<FormSection> Of(IEnumerable<FormInput> inputs)
    {
        var sections = new List<(string Heading, List<List<FormInput>> Rows)>();
        FormInput? last = null;

        foreach (var input in inputs.Where(input => input.Field.Kind.IsSeen))
        {
            var opens = sections.Count == 0 || input.Field.Section.Length > 0;
            if (opens)
                sections.Add((input.Field.Section, []));

            var rows = sections[^1].Rows;
            if (!opens && last is { Field.SharesRow: true } && rows[^1].Count == 1)
                rows[^1].Add(input);
            else
                rows.Add([input]);

            last = input;
        }

        return [.. sections.Select(section => new FormSection(section.Heading, section.Rows))];
    }
}
