namespace LeadCapture.Booth;

/// What was carried from a tablet without a connection by somebody who cannot read it.
public sealed record Relayed(IReadOnlyList<SealedLead?>? Leads);
