using System.Security.Cryptography;

namespace LeadCapture.Booth;

/// The own picture or short video that the attract screen of an event shows.
public sealed class AttractMedia
{
    public required int EventId { get; init; }

    /// SHA-256 of the bytes, in hexadecimal digits.
    public string Hash { get; private set; } = "";

    public string ContentType { get; private set; } = "";
    public byte[] Bytes { get; private set; } = [];

    public void Replace(AttractFile file) =>
        (Hash, ContentType, Bytes) = (Convert.ToHexStringLower(SHA256.HashData(file.Bytes)), file.ContentType, file.Bytes);
}

/// What pages and tablets have to know of it.
public sealed record AttractFacts(string Hash, string ContentType)
{
    /// Never says anything else.
    public string Address => $"{BoothRoutes.Root}/attract/{Hash}";

    /// By which browsers check what they have loaded: a hotel's network answers with a page of its own.
    public string Integrity => "sha256-" + Convert.ToBase64String(Convert.FromHexString(Hash));

    public bool IsVideo => ContentType.StartsWith("video/", StringComparison.Ordinal);
}
