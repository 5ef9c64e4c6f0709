using System.Security.Cryptography;
using SkiaSharp;

namespace LeadCapture.Forms.Themes;

/// Makes a picture of our own from a file: drawn anew, no larger than it is shown, without anything else that the file carried.
public sealed class PictureReading(TimeProvider clock) : IDisposable
{
    public const int LargestFile = 1024 * 1024;
    private const long MostPixels = 40_000_000;
    private const int Quality = 85;
    private static readonly SKSamplingOptions Smooth = new(SKCubicResampler.Mitchell);

    /// A large picture takes 160 MB while it is read: one at a time.
    private readonly SemaphoreSlim turn = new(1, 1);

    /// Either the picture or what is wrong with the file.
    public async Task<(Picture? Picture, PictureProblem Problem)> Read(byte[] file, PictureUse use, int largest = LargestFile)
    {
        if (file.Length == 0 || file.Length > largest)
            return (null, file.Length == 0 ? PictureProblem.OtherKind : PictureProblem.TooLarge);
        await turn.WaitAsync();
        try
        {
            return Drawn(file, use);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private (Picture?, PictureProblem) Drawn(byte[] file, PictureUse use)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec?.EncodedFormat is not (SKEncodedImageFormat.Png or SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Webp))
            return (null, PictureProblem.OtherKind);
        // By the head of the file, before there is memory for it.
        if ((long)codec.Info.Width * codec.Info.Height > MostPixels)
            return (null, PictureProblem.TooManyPixels);
        using var bitmap = new SKBitmap(new SKImageInfo(
            codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) != SKCodecResult.Success)
            return (null, PictureProblem.Broken);
        // It is drawn from where it lies: a copy would take as much again.
        bitmap.SetImmutable();
        using var fitting = Fitted(bitmap, codec.EncodedOrigin, (int)use);
        using var encoded = fitting.Encode(codec.EncodedFormat, Quality);
        return (Of(encoded.ToArray(), fitting.Width, fitting.Height, codec.EncodedFormat), PictureProblem.None);
    }

    /// Upright, and as large as it is needed at most.
    private static SKImage Fitted(SKBitmap bitmap, SKEncodedOrigin origin, int most)
    {
        var lies = origin >= SKEncodedOrigin.LeftTop;
        var (width, height) = lies ? (bitmap.Height, bitmap.Width) : (bitmap.Width, bitmap.Height);
        var scale = Math.Min(1f, (float)most / Math.Max(width, height));
        var size = new SKImageInfo(
            Math.Max(1, (int)Math.Round(width * scale)), Math.Max(1, (int)Math.Round(height * scale)),
            SKColorType.Rgba8888, bitmap.Info.AlphaType, SKColorSpace.CreateSrgb());
        using var surface = SKSurface.Create(size);
        surface.Canvas.Clear(SKColors.Transparent);
        surface.Canvas.Scale((float)size.Width / width, (float)size.Height / height);
        surface.Canvas.Concat(Upright(origin, bitmap.Width, bitmap.Height));
        using var image = SKImage.FromBitmap(bitmap);
        surface.Canvas.DrawImage(image, 0, 0, Smooth);
        return surface.Snapshot();
    }

    /// Cameras store what they see as it lies, and note how to turn it.
    private static SKMatrix Upright(SKEncodedOrigin origin, int width, int height) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };

    private Picture Of(byte[] bytes, int width, int height, SKEncodedImageFormat format) => new()
    {
        Hash = Convert.ToHexStringLower(SHA256.HashData(bytes)),
        ContentType = format switch
        {
            SKEncodedImageFormat.Jpeg => "image/jpeg",
            SKEncodedImageFormat.Webp => "image/webp",
            _ => "image/png",
        },
        Width = width,
        Height = height,
        CreatedAt = clock.GetUtcNow().UtcDateTime,
        Bytes = bytes,
    };
}

/// Why a file is not taken.
public enum PictureProblem
{
    None,
    TooLarge,
    OtherKind,
    TooManyPixels,
    Broken,
}
