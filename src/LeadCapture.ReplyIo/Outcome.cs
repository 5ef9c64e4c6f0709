namespace LeadCapture.ReplyIo;

/// <summary>What a call means for the lead.</summary>
public enum Outcome
{
    /// <summary>Reply.io has the contact.</summary>
    Accepted,

    /// <summary>Nothing was created: calling again later is safe.</summary>
    NotNow,

    /// <summary>Reply.io does not want this contact: calling again changes nothing.</summary>
    Refused,

    /// <summary>The contact may or may not have been created: look it up before sending it again.</summary>
    Unknown,
}
