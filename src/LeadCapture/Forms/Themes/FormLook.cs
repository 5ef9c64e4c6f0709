using System.Security.Cryptography;
using System.Text;

namespace LeadCapture.Forms.Themes;

/// A theme, ready to be shown: its style sheet, and its pictures as far as they are stored.
public sealed record FormLook(string Style, PictureFacts? Logo, PictureFacts? Cover)
{
    private const int LettersOfHash = 16;

    /// What the logo says; "" where it is read to nobody.
    public string LogoAlt { get; init; } = "";

    /// Of the style sheet. It stands in its address, so that browsers may keep it for ever.
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))[..LettersOfHash];
}
