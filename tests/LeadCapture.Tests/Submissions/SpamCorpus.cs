using System.Text.Json;

namespace LeadCapture.Tests.Submissions;

/// A made-up submission, and how it came: Seconds after its page, without a page where they are missing; with the trap filled in, or
/// with the solution of the puzzle.
internal sealed record CorpusEntry(bool Spam, string Style, string Language, string Email, string Network)
{
    public string FirstName { get; init; } = "";
    public string LastName { get; init; } = "";
    public string Company { get; init; } = "";
    public string Title { get; init; } = "";
    public string City { get; init; } = "";
    public string Notes { get; init; } = "";
    public double? Seconds { get; init; }
    public bool Trap { get; init; }
    public bool Proof { get; init; }

    public Dictionary<string, string> Properties => new[]
    {
        ("email", Email), ("firstName", FirstName), ("lastName", LastName), ("company", Company), ("title", Title), ("city", City),
        ("notes", Notes),
    }.Where(one => one.Item2 != "").ToDictionary();

    public static IReadOnlyList<CorpusEntry> All()
    {
        using var file = typeof(CorpusEntry).Assembly.GetManifestResourceStream("spam-corpus.json")!;
        return JsonSerializer.Deserialize<List<CorpusEntry>>(file, JsonSerializerOptions.Web)!;
    }
}
