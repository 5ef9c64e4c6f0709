namespace LeadCapture.ReplyIo;

/// <summary>What a call means for the lead. The numbers may be stored: none is given to another meaning.</summary>
public enum Outcome
{
    /// <summary>Reply.io has the contact, or did with it what was asked.</summary>
    Accepted = 0,

    /// <summary>Nothing was done: calling again later is safe.</summary>
    NotNow = 1,

    /// <summary>Reply.io does not want this contact: calling again changes nothing.</summary>
    Refused = 2,

    /// <summary>It may or may not have been done: look the contact up before calling again.</summary>
    Unknown = 3,
}
