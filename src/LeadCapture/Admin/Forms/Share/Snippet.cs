namespace LeadCapture.Admin.Forms.Share;

/// A text to copy. It works as it stands.
public sealed record Snippet(string Id, string Label, string Text, string Hint = "")
{
    private const int MostLines = 16;

    public bool IsOneLine => !Text.Contains('\n', StringComparison.Ordinal);

    public int Lines => Math.Min(MostLines, Text.Count('\n'.Equals) + 1);

    public string? HintId => Hint == "" ? null : Id + "-hint";
}
