using LeadCapture.Forms.Themes;

namespace LeadCapture.Booth;

/// Tells by its content what a file is that an attract screen shall show: a picture, which is drawn anew, or a video that tablets play,
/// which stays as it is.
public sealed class AttractReading(PictureReading pictures)
{
    public const int LargestFile = 8 * 1024 * 1024;

    /// The head of a WebM file names its kind, among few other things.
    private const int WebMHead = 64;

    /// Null where it is neither, or too large.
    public async Task<AttractFile?> Read(byte[] file) => file switch
    {
        { Length: > LargestFile } => null,
        _ when IsMp4(file) => new("video/mp4", file),
        _ when IsWebM(file) => new("video/webm", file),
        _ => await pictures.Read(file, PictureUse.Screen, LargestFile) is { Picture: { Bytes.Length: <= LargestFile } drawn }
            ? new(drawn.ContentType, drawn.Bytes)
            : null,
    };

    /// Photos of phones and other codecs begin alike: each track of H.264 is named by one of these.
    private static bool IsMp4(ReadOnlySpan<byte> file) => file.Length > 8 && file[4..8].SequenceEqual("ftyp"u8)
        && (file.IndexOf("avc1"u8) >= 0 || file.IndexOf("avc3"u8) >= 0);

    private static bool IsWebM(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3])
        && file[..Math.Min(WebMHead, file.Length)].IndexOf("webm"u8) >= 0;
}

public sealed record AttractFile(string ContentType, byte[] Bytes);
