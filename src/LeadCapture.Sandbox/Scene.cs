namespace LeadCapture.Sandbox;

/// <summary>How the sandbox answers.</summary>
public enum Scene
{
    Normal,
    Slow,
    SlowCreate,
    RateLimited,
    RateLimitedUntil,
    ServerError,
    Unavailable,
    BadKey,
    CutBefore,
    CutAfter,
    CutShort,
    Html,
    OtherPerson,
    OtherPersonStored,
    Anonymous,
    Refuse,
    NotProcessed,
    Strict,
    DropCustomFields,
    IgnoreCompany,
    NoLookUp,
    NoScope,
    Misrouted,
    Redirected,
}
