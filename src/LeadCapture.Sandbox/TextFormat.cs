namespace LeadCapture.Sandbox;

internal static class TextFormat
{
    public static bool IsEmail(string text)
    {
        var at = text.IndexOf('@');
        var domain = text[(at + 1)..];
        return at > 0 && text.Length <= 254 && !text.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter)) &&
            !domain.Contains('@') && domain.Contains('.') && !domain.StartsWith('.') && !domain.EndsWith('.');
    }

    public static bool IsUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url is { Scheme: "http" or "https", Host.Length: > 0 };
}
