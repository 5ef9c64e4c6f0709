using QRCoder;

namespace LeadCapture.Admin.Profile;

/// The key of the authenticator app as a picture to scan, and as text to type.
public sealed record SecondFactorPage(string Picture, string Key)
{
    private const int PixelsPerModule = 5;
    private const int GroupLength = 4;

    /// As it was typed.
    public string Code { get; init; } = "";

    public static SecondFactorPage Of(string email, string key)
    {
        var address = $"otpauth://totp/LeadCapture:{Uri.EscapeDataString(email)}?secret={key}&issuer=LeadCapture&digits=6";
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var png = new PngByteQRCode(code);
        return new("data:image/png;base64," + Convert.ToBase64String(png.GetGraphic(PixelsPerModule)),
            string.Join(' ', key.Chunk(GroupLength).Select(group => new string(group))));
    }
}
