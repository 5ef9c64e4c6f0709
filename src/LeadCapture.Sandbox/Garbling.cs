namespace LeadCapture.Sandbox;

/// <summary>What stands in the texts of an answer that no database or encoder likes.</summary>
public enum Garbling
{
    None,

    /// <summary>The character U+0000, which PostgreSQL stores in no text.</summary>
    Nul,

    /// <summary>Half of a surrogate pair, which is no text.</summary>
    HalfPair,
}
