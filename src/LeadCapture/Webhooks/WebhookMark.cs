namespace LeadCapture.Webhooks;

/// The one row that says how far leads were looked through.
public sealed class WebhookMark
{
    public int Id { get; init; } = 1;

    /// Whatever happened until then stands among the messages; null: nobody has looked yet.
    public DateTime? Until { get; init; }
}
