namespace LeadCapture.ReplyIo;

/// <summary>Limits of the client.</summary>
public sealed class ReplyIoClientOptions
{
    /// <summary>Time for one HTTP call from start to end; after it the answer is <see cref="Cause.NoAnswer"/>. 30 s.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Time for a connection, TLS included; after it the answer is <see cref="Cause.NotReached"/>. 5 s.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Open connections at most; further calls wait for one. 64.</summary>
    public int MaxConnections { get; set; } = 64;

    /// <summary>
    /// Opens the connections, where the addresses shall be checked first; null for the client's own way. The message of an
    /// <see cref="HttpRequestException"/> that it throws becomes part of <see cref="ReplyIoResult.Reason"/>.
    /// </summary>
    public Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>>? Connect { get; set; }
}
