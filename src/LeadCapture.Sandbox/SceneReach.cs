namespace LeadCapture.Sandbox;

/// <summary>Which calls a scene hits.</summary>
public enum SceneReach
{
    /// <summary>Outages hit every call; cuts, refusals and wrong contacts hit creates; NoLookUp hits look-ups.</summary>
    AsScene,
    EveryCall,
    Creates,
    LookUps,
}
