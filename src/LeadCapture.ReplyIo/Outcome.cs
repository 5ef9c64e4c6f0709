namespace LeadCapture.ReplyIo;

/// <summary>What a call means for the lead. The numbers may be stored: none is given to another meaning.</summary>
public enum Outcome
{
    /// <summary>Reply.io has the contact.</summary>
    Accepted = 0,

    /// <summary>Nothing was created: calling again later is safe.</summary>
    NotNow = 1,

    /// <summary>Reply.io does not want this contact: calling again changes nothing.</summary>
    Refused = 2,

    /// <summary>The contact may or may not have been created: look it up before sending it again.</summary>
    Unknown = 3,
}
