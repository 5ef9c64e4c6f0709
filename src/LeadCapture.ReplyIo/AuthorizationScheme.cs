namespace LeadCapture.ReplyIo;

/// <summary>How the API key is sent.</summary>
public enum AuthorizationScheme
{
    /// <summary><c>X-API-Key: key</c> (v4).</summary>
    XApiKey,

    /// <summary><c>Authorization: Bearer key</c> (v3).</summary>
    Bearer,
}
