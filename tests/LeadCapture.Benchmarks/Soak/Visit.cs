using System.Text.RegularExpressions;

namespace LeadCapture.Benchmarks.Soak;

/// What one visitor types, and what the pages said to it.
public sealed partial class Visit
{
    private readonly HashSet<string> receipts = [];

    public required int Number { get; init; }

    public required string Email { get; init; }

    /// The slug of the form.
    public string Form => Number % 4 == 3 ? SoakForms.Updating : SoakForms.Creating;

    /// Unmistakable: only in this lead, in this run or in another. By it, a lead is told from others of the same person.
    public required string Marker { get; init; }

    public required string SubmissionId { get; init; }

    public bool IsThanked => receipts.Count > 0;

    /// More than one: the same click became two leads.
    public IReadOnlyCollection<string> Receipts => receipts;

    public FormUrlEncodedContent Inputs => new(
    [
        new("email", Email), new("firstName", "Visitor"), new("lastName", $"Number {Number}"), new("company", "Soak"),
        new("submissionId", SubmissionId), .. MarkerInputs,
    ]);

    /// By turns in a text that every contact has, and in a custom field.
    private IEnumerable<KeyValuePair<string, string>> MarkerInputs => Number % 2 == 0
        ? [new("notes", Marker)]
        : [new("customFields[0].key", "budget"), new("customFields[0].value", Marker)];

    public static string? MarkerIn(string text) => Mark().Match(text) is { Success: true } found ? found.Value : null;

    public void Thanked(string receipt)
    {
        lock (receipts)
            receipts.Add(receipt);
    }

    [GeneratedRegex(@"mark-\d+-\d+[a-z-]*\.")]
    private static partial Regex Mark();
}
