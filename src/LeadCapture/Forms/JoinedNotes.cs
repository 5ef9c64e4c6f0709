namespace LeadCapture.Forms;

/// The notes of several conversations, in the one place that a contact has for them.
public static class JoinedNotes
{
    public const string Property = "notes";

    private const string Gap = "\n\n";

    /// Each once, and the last one at the end.
    public static string Of(IEnumerable<string> before, string last) => string.Join(Gap, before.Where(note => note != last).Distinct().Append(last));

    public static bool EndsWith(string? notes, string last) => notes?.EndsWith(Gap + last, StringComparison.Ordinal) == true;
}
