namespace LeadCapture.Sandbox;

/// <summary>What a sequence of the account is doing.</summary>
public enum SequenceState
{
    Active,

    /// <summary>Contacts may join; nothing is sent.</summary>
    Paused,

    /// <summary>Nobody may join.</summary>
    Archived,
}
