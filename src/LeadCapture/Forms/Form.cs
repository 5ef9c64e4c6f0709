namespace LeadCapture.Forms;

/// What a person publishes. Its definition lives in versions; a lead names the one it was captured with.
public sealed class Form
{
    /// No version has this number.
    public const int Unpublished = 0;

    public int Id { get; init; }
    public required string Slug { get; init; }
    public required int PublishedVersion { get; set; }
    public List<FormVersion> Versions { get; init; } = [];
}

public sealed class FormVersion
{
    public int FormId { get; init; }
    public required int Number { get; init; }
    public required DateTime CreatedAt { get; init; }

    /// A FormDefinition as JSON.
    public required string Definition { get; init; }
}
