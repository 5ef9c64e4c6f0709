using System.Collections.Frozen;

namespace LeadCapture.Submissions.Spam;

/// The lists beside this file, a line for each entry. What begins with # is for those who keep them.
internal static class EmbeddedList
{
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(EmbeddedList).Assembly.GetManifestResourceStream($"LeadCapture.Submissions.Spam.{name}")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#')
                yield return line;
    }

    public static FrozenSet<string> Set(string name) => Lines(name).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
