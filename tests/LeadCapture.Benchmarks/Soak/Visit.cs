namespace LeadCapture.Benchmarks.Soak;

/// What one visitor types, and what the pages said to it.
public sealed class Visit(int seed, int number, string submissionId, string variant = "")
{
    private readonly HashSet<string> receipts = [];

    /// Unmistakable: nobody else's in this run or in another.
    public string Email { get; } = $"visitor-{seed}-{number}{variant}@soak.example";

    public bool IsThanked => receipts.Count > 0;

    /// More than one: the same click became two leads.
    public IReadOnlyCollection<string> Receipts => receipts;

    public FormUrlEncodedContent Inputs => new(
    [
        new("email", Email), new("firstName", "Visitor"), new("lastName", $"Number {number}"), new("company", "Soak"),
        new("submissionId", submissionId),
    ]);

    /// Went back, changed the address and sent the same page again.
    public Visit Corrected() => new(seed, number, submissionId, "-corrected");

    public void Thanked(string receipt)
    {
        lock (receipts)
            receipts.Add(receipt);
    }
}
