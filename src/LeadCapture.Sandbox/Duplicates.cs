namespace LeadCapture.Sandbox;

/// <summary>What a create with a known email does. Sources about Reply.io disagree, so all three can be tried.</summary>
public enum Duplicates
{
    Update,
    Refuse,
    CreateAgain,
}
