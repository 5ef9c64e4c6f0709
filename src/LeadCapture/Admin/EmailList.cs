using System.Buffers;

namespace LeadCapture.Admin;

/// Email addresses as people type them: with commas, semicolons or line breaks between them.
internal static class EmailList
{
    private static readonly SearchValues<char> NeverInAnAddress = SearchValues.Create(" <>\"\r\n,;");

    public static bool IsAddress(string text) => text.Split('@') is [{ Length: > 0 }, { Length: > 0 }]
        && !text.AsSpan().ContainsAny(NeverInAnAddress);
}
