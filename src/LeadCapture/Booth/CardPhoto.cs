namespace LeadCapture.Booth;

/// The photo of a business card that came within a captured lead.
public sealed class CardPhoto
{
    public required Guid LeadId { get; init; }
    public required string ContentType { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required byte[] Bytes { get; init; }
}
