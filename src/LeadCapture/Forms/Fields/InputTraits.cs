namespace LeadCapture.Forms.Fields;

/// What browsers and their keyboards need to know about an input of one line; null: their default.
public sealed record InputTraits(string Type = "text", string? Mode = null, string? Capitals = null, string? Spellcheck = "false")
{
    public static readonly InputTraits Text = new();

    /// A short answer gets a short input.
    public bool IsShort { get; init; }
}
