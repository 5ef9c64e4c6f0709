namespace LeadCapture.Shared;

/// The inputs of a section, in rows of one or of two that belong together.
public sealed record InputGroup(IReadOnlyList<IReadOnlyList<FormInput>> Rows)
{
    public string Heading { get; init; } = "";

    /// Behind its heading until somebody opens it.
    public bool Collapsed { get; init; }

    /// Something was typed in it, or is wrong with it: nothing of that is ever out of sight.
    public bool IsOpen => Rows.SelectMany(row => row).Any(input => input.Error is not null || input.Value != input.Field.Default);

    /// When it is shown, for scripts; null: always.
    public string? ShowWhen { get; init; }

    /// The same in words.
    public string? OnlyIf { get; init; }

    public static InputGroup Of(IEnumerable<FormInput> inputs)
    {
        List<List<FormInput>> rows = [];
        foreach (var input in inputs)
            if (rows is [.., [{ Field.SharesRow: true }] pair])
                pair.Add(input);
            else
                rows.Add([input]);
        return new(rows);
    }
}
