namespace LeadCapture.Booth;

/// What we have on disk of it: the tablet may forget these leads. Setup: the tag of what it should show; empty where it should show nothing.
public sealed record Received(IReadOnlyList<Guid> Leads, bool Revoked, string Setup);
