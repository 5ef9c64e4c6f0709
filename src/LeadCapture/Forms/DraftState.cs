namespace LeadCapture.Forms;

/// The draft of a form after one change. Those before and after it are kept for undo and redo.
public sealed class DraftState
{
    public int FormId { get; init; }
    public required int Number { get; init; }
    public required DateTime ChangedAt { get; init; }

    public required string ChangedBy { get; init; }

    /// A FormDefinition as JSON, not necessarily one that can be published.
    public required string Definition { get; init; }
}
