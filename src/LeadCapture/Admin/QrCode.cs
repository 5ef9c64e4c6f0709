using QRCoder;

namespace LeadCapture.Admin;

/// An address as a picture to scan, dark on light with the quiet edge that cameras need.
public static class QrCode
{
    private const int PixelsPerModule = 24;
    private const string Dark = "#000000";
    private const string Light = "#ffffff";

    public static string Svg(string address)
    {
        using var code = Of(address);
        using var svg = new SvgQRCode(code);
        return svg.GetGraphic(1, Dark, Light, drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }

    public static byte[] Png(string address)
    {
        using var code = Of(address);
        using var png = new PngByteQRCode(code);
        return png.GetGraphic(PixelsPerModule);
    }

    private static QRCodeData Of(string address) => QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
}
