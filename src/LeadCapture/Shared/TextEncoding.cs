using System.Text;

namespace LeadCapture.Shared;

/// Encodings by the names that pages and programs give them. What one cannot read becomes U+FFFD.
public static class TextEncoding
{
    private static readonly DecoderReplacementFallback Unreadable = new("\uFFFD");

    /// Null where there is none with this name. Latin 1 is what browsers take it for.
    public static Encoding? Find(string name)
    {
        name = name.Trim().Trim('"', '\'').ToLowerInvariant();
        if (name is "iso-8859-1" or "iso8859-1" or "latin1" or "us-ascii" or "ascii")
            name = "windows-1252";
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, Unreadable)
                ?? Encoding.GetEncoding(name == "utf8" ? "utf-8" : name, EncoderFallback.ReplacementFallback, Unreadable);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
