using System.Text;
using ZXing;
using ZXing.Common;
using ZXing.QrCode;

namespace LeadCapture.BrowserTests.Support;

/// What a camera sees that is held at a code: one picture in YUV4MPEG, which Chromium plays again and again.
internal static class Film
{
    private const int Width = 640;
    private const int Height = 480;
    private const byte White = 235;
    private const byte Black = 16;
    private const byte Gray = 128;

    public static async Task<string> Of(string text, string folder)
    {
        var code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, Height, Height, new Dictionary<EncodeHintType, object>
        {
            [EncodeHintType.MARGIN] = 8,
            [EncodeHintType.CHARACTER_SET] = "UTF-8",
        });
        var file = Path.Combine(folder, "badge.y4m");
        await using var film = File.Create(file);
        await film.WriteAsync(Encoding.ASCII.GetBytes($"YUV4MPEG2 W{Width} H{Height} F5:1 Ip A1:1 C420jpeg\nFRAME\n"));
        await film.WriteAsync(Picture(code));
        return file;
    }

    private static byte[] Picture(BitMatrix code)
    {
        var bytes = new byte[Width * Height * 3 / 2];
        Array.Fill(bytes, White, 0, Width * Height);
        Array.Fill(bytes, Gray, Width * Height, Width * Height / 2);
        for (var y = 0; y < code.Height; y++)
            for (var x = 0; x < code.Width; x++)
                if (code[x, y])
                    bytes[(y * Width) + x + ((Width - Height) / 2)] = Black;
        return bytes;
    }
}
