namespace LeadCapture.Sandbox;

/// <summary>How the sandbox answers.</summary>
public enum Scene
{
    Normal,
    Slow,
    RateLimited,
    RateLimitedUntil,
    ServerError,
    Unavailable,
    BadKey,
    CutBefore,
    CutAfter,
    CutShort,
    Html,
    Refuse,
    Strict,
    DropCustomFields,
    IgnoreCompany,
    NoLookUp,
}
