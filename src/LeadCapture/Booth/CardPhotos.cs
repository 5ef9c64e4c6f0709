using LeadCapture.Data;
using LeadCapture.Forms.Themes;

namespace LeadCapture.Booth;

/// Stores the photos of business cards, each drawn anew: what is no picture is left out, and its lead stays.
public sealed partial class CardPhotos(Store store, PictureReading reading, ILogger<CardPhotos> logger)
{
    /// One that comes again changes nothing. A store that does not take it just now throws, and the lead comes again.
    public async Task Keep(Guid leadId, byte[]? file)
    {
        if (file is null || await Read(file) is not { } picture)
        {
            NoPicture(leadId);
            return;
        }
        await using var transaction = await store.Begin();
        transaction.Add(
            """
            INSERT INTO card_photos (lead_id, content_type, width, height, bytes) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (lead_id) DO NOTHING
            """, leadId, picture.ContentType, picture.Width, picture.Height, picture.Bytes);
        await transaction.Commit();
    }

    private async Task<Picture?> Read(byte[] file)
    {
        try
        {
            return (await reading.Read(file, PictureUse.Card)).Picture;
        }
        catch (Exception fault)
        {
            NotRead(fault);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The photo of lead {Lead} is no picture and was left out")]
    private partial void NoPicture(Guid lead);

    [LoggerMessage(LogLevel.Error, "A photo could not be read")]
    private partial void NotRead(Exception fault);
}
