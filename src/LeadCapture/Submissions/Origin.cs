using System.Net;

namespace LeadCapture.Submissions;

/// Where a submission came from, and by which way.
public sealed record Origin(string Channel)
{
    /// Of a program that posts JSON.
    public const string Api = "Api";

    /// A browser sent it, where somebody may press the button twice.
    public bool IsClicked { get; init; } = Channel != Api;

    /// The address that it came from: counted against the limit, and it tells a double click of a plain form. Never stored.
    public IPAddress? Sender { get; init; }
}
