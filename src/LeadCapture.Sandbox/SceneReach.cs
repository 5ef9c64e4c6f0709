namespace LeadCapture.Sandbox;

/// <summary>Which calls a scene hits.</summary>
public enum SceneReach
{
    /// <summary>
    /// Outages hit every call; cuts, refusals and wrong contacts hit creates; NotProcessed hits enrollments; NoLookUp hits look-ups;
    /// NoScope hits the account.
    /// </summary>
    AsScene,
    EveryCall,
    Creates,

    /// <summary>Changes of a contact.</summary>
    Updates,
    LookUps,

    /// <summary>Contacts that are put on a list.</summary>
    Lists,

    /// <summary>Contacts that are put in a sequence or taken out of it.</summary>
    Enrollments,

    /// <summary>What the account has: custom fields, sequences and lists.</summary>
    Account,
}
