using System.Globalization;

namespace LeadCapture.Forms;

/// Where something stands in a form: a step ("1"), a section of it ("1.0"), a field of that ("1.0.2"), or the form itself ("").
public readonly record struct Place(int Step = -1, int Section = -1, int Field = -1)
{
    public static Place Form { get; } = new(-1);

    public bool IsForm => Step < 0;
    public bool IsStep => Step >= 0 && Section < 0;
    public bool IsSection => Section >= 0 && Field < 0;
    public bool IsField => Field >= 0;

    /// In the words of JSON, as problems name it.
    public string Path => this switch
    {
        { IsForm: true } => "",
        { IsStep: true } => $"steps[{Step}]",
        { IsSection: true } => $"steps[{Step}].sections[{Section}]",
        _ => $"steps[{Step}].sections[{Section}].fields[{Field}]",
    };

    /// Of what is no place: the form.
    public static Place Parse(string? text)
    {
        var numbers = (text ?? "").Split('.')
            .Select(part => int.TryParse(part, NumberStyles.None, InvariantCulture, out var number) ? number : -1).ToArray();
        return numbers is { Length: > 3 } || numbers.Contains(-1) ? Form
            : new(numbers[0], numbers.ElementAtOrDefault(1, -1), numbers.ElementAtOrDefault(2, -1));
    }

    public override string ToString() =>
        string.Join('.', new[] { Step, Section, Field }.TakeWhile(number => number >= 0).Select(number => number.ToString(InvariantCulture)));
}

file static class Numbers
{
    public static int ElementAtOrDefault(this int[] numbers, int place, int otherwise) => place < numbers.Length ? numbers[place] : otherwise;
}
