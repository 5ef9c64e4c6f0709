using System.Text.Json.Serialization;

namespace LeadCapture.Forms;

/// When a field, a section or a step is shown: by answers to fields before it. Either all tests hold, or any.
public sealed record Condition
{
    public IReadOnlyList<AnswerTest>? All { get; init; }
    public IReadOnlyList<AnswerTest>? Any { get; init; }

    /// Those of the one or of the other.
    [JsonIgnore]
    public IReadOnlyList<AnswerTest> Tests => All ?? Any ?? [];
}

/// One of Is, IsNot, Contains and Empty says what is asked of the answer.
public sealed record AnswerTest
{
    /// The property or the key of the field that was answered.
    public required string Field { get; init; }

    public string? Is { get; init; }
    public string? IsNot { get; init; }
    public string? Contains { get; init; }
    public bool? Empty { get; init; }
}
