namespace LeadCapture.Forms.Themes;

/// A picture of a form. It never changes: another one has another hash.
public sealed class Picture
{
    /// SHA-256 of the bytes, in hexadecimal digits.
    public required string Hash { get; init; }

    public required string ContentType { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }

    /// When somebody last chose it.
    public required DateTime CreatedAt { get; init; }
    public required byte[] Bytes { get; init; }
}

/// What a page has to know of a picture.
public sealed record PictureFacts(string Hash, string ContentType, int Width, int Height)
{
    public string Address => $"/pictures/{Hash}.{Extension}";

    public string Extension => ContentType switch
    {
        "image/jpeg" => "jpg",
        "image/webp" => "webp",
        _ => "png",
    };
}
