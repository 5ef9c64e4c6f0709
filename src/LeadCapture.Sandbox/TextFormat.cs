using System.Net.Mail;

namespace LeadCapture.Sandbox;

internal static class TextFormat
{
    /// Quoted local parts and international domains are addresses too; a name before the address is not.
    public static bool IsEmail(string text) =>
        text.Length <= 254 && MailAddress.TryCreate(text, out var address) && address.Address == text &&
        address.Host.Contains('.') && !address.Host.StartsWith('.') && !address.Host.EndsWith('.');

    public static bool IsUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url is { Scheme: "http" or "https", Host.Length: > 0 };
}
