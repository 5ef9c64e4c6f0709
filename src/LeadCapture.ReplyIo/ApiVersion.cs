namespace LeadCapture.ReplyIo;

/// <summary>Version of Reply.io's HTTP API.</summary>
public enum ApiVersion
{
    /// <summary>The documented one: a create answers the whole contact in one call.</summary>
    V4,

    /// <summary>Sequences and lists are read after a create: three calls instead of one.</summary>
    V3,
}
