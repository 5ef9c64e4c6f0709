namespace LeadCapture.Forms;

/// What a form asks of whoever sends it, to tell people from programs.
public sealed record SpamSettings
{
    public ProofMode ProofOfWork { get; init; }
}

/// Whether the page's script solves a puzzle while the visitor types.
public enum ProofMode
{
    /// It has none.
    Off,

    /// Without a solution, other signs of spam count more.
    Suspicious,

    /// Without a solution, a person looks at the lead before it is sent.
    Always,
}
