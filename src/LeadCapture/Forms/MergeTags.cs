using System.Text.RegularExpressions;

namespace LeadCapture.Forms;

/// Names of values that a mail tool, an advertisement or a script did not fill in.
public static partial class MergeTags
{
    public static bool IsNoValue(string text) => Unfilled().IsMatch(text);

    [GeneratedRegex(@"^(?:undefined|null|(?:\s*(?:\{\{[^{}]*\}\}|\$?\{[^{}]*\}|%%[^%]+%%|\*\|[^|]*\|\*|\[[^\[\]]*\]"
        + @"|<<[^<>]*>>))+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Unfilled();
}
