namespace LeadCapture.Forms;

/// A form as it was published. It never changes.
public sealed class FormVersion
{
    public int FormId { get; init; }
    public required int Number { get; init; }
    public required DateTime CreatedAt { get; init; }

    /// Who published it; "" where it came with the program.
    public string PublishedBy { get; init; } = "";

    /// A FormDefinition as JSON.
    public required string Definition { get; init; }
}
