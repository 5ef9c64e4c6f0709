namespace LeadCapture.Sandbox;

/// <summary>Which calls a scene hits.</summary>
public enum SceneReach
{
    /// <summary>Outages hit every call; cuts, refusals and wrong contacts hit creates; NoLookUp hits look-ups; NoScope hits the account.</summary>
    AsScene,
    EveryCall,
    Creates,
    LookUps,

    /// <summary>Custom fields and sequences.</summary>
    Account,
}
