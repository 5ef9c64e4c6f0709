namespace LeadCapture.Sandbox;

/// <summary>What a create with a known email does. Sources about Reply.io disagree, so each can be tried.</summary>
public enum Duplicates
{
    /// <summary>The contact is changed, keeps its adding date, and comes back with 201.</summary>
    Update,

    /// <summary>The same, with 200.</summary>
    UpdateWith200,
    Refuse,
    CreateAgain,
}
