namespace LeadCapture.Booth;

/// What we have on disk of it: the tablet may forget these leads. Setup: the tag of what it should show; empty where it should show nothing.
/// Again: those whose visitors another tablet of the event had captured before.
public sealed record Received(IReadOnlyList<Guid> Leads, bool Revoked, string Setup, IReadOnlyList<CapturedBefore> Again);

/// Of a lead: by whom, on which tablet and when its visitor was captured before. At: milliseconds since 1970.
public sealed record CapturedBefore(Guid Lead, string By, string Device, long At);
