using System.Net;
using System.Net.Sockets;
using System.Text;
using LeadCapture.ReplyIo;

namespace LeadCapture.Tests.ReplyIo;

/// <summary>Plain TCP: for each connection a list of answers; after the last one the connection is closed.</summary>
/// <remarks>An answer of null closes the connection once the request was read, without a byte.</remarks>
internal sealed class RawServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private int requests;

    public RawServer(params string?[][] connections)
    {
        listener.Start();
        _ = Serve(connections);
    }

    public int Requests => requests;

    public TaskCompletionSource FirstClosed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ReplyIoConnection V4 => new(
        new Uri($"http://{listener.LocalEndpoint}"), ApiVersion.V4, AuthorizationScheme.XApiKey, CannedServer.Key);

    public static string Whole(string body) =>
        $"HTTP/1.1 200 OK\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    private async Task Serve(string?[][] connections)
    {
        foreach (var answers in connections)
        {
            using var client = await listener.AcceptTcpClientAsync(stop.Token);
            foreach (var answer in answers)
                await Answer(client.GetStream(), answer);
            client.Close();
            FirstClosed.TrySetResult();
        }
    }

    private async Task Answer(NetworkStream stream, string? answer)
    {
        if (!await ReadRequest(stream))
            return;

        Interlocked.Increment(ref requests);
        if (answer is not null)
            await stream.WriteAsync(Encoding.UTF8.GetBytes(answer), stop.Token);
    }

    private async Task<bool> ReadRequest(NetworkStream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!IsComplete(text.ToString()))
        {
            var read = await stream.ReadAsync(buffer, stop.Token);
            if (read == 0)
                return false;
            text.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }

        return true;
    }

    private static bool IsComplete(string request)
    {
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
            return false;

        var length = request.Split("\r\n")
            .FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return request.Length >= end + 4 + (length is null ? 0 : int.Parse(length.Split(':')[1], InvariantCulture));
    }

    public void Dispose()
    {
        stop.Cancel();
        listener.Dispose();
        stop.Dispose();
    }
}
