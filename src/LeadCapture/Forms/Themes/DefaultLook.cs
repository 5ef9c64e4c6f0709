namespace LeadCapture.Forms.Themes;

/// The look of all forms that have none of their own: one row.
public sealed class DefaultLook
{
    public int Id { get; init; } = 1;

    /// A Theme as JSON; null: the look that comes with the program.
    public string? Theme { get; set; }
}
