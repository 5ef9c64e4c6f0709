using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace LeadCapture.Benchmarks.Views;

/// Looks at one address over connections that are kept, as browsers ask for it, and reads every answer to its end.
public sealed class Visitor(Uri site, string path)
{
    private const int LongestAnswer = 256 * 1024;
    private const string Length = "\r\nContent-Length: ";
    private readonly byte[] request = Encoding.ASCII.GetBytes(
        $"GET {path} HTTP/1.1\r\nHost: {site.Authority}\r\nAccept: text/html,application/json\r\nAccept-Encoding: gzip, deflate, br\r\n\r\n");

    /// Answers in a second.
    public async Task<double> Looks(int connections, TimeSpan time)
    {
        var end = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var answers = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => LookUntil(end))));
        return answers.Sum() / time.TotalSeconds;
    }

    /// Bytes of an answer, with its head.
    public async Task<int> Weight()
    {
        using var socket = await Connect();
        return await Look(socket, new byte[LongestAnswer]);
    }

    private async Task<int> LookUntil(long end)
    {
        using var socket = await Connect();
        var (answers, answer) = (0, new byte[LongestAnswer]);
        for (; Stopwatch.GetTimestamp() < end; answers++)
            await Look(socket, answer);
        return answers;
    }

    private async Task<Socket> Connect()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(site.Host, site.Port);
        return socket;
    }

    private async Task<int> Look(Socket socket, byte[] answer)
    {
        await socket.SendAsync(request);
        var read = 0;
        while (!IsWhole(answer.AsSpan(0, read)))
            read += await socket.ReceiveAsync(answer.AsMemory(read)) is > 0 and var got
                ? got
                : throw new InvalidOperationException("The connection was closed.");
        if (!answer.AsSpan(0, read).StartsWith("HTTP/1.1 200"u8))
            throw new InvalidOperationException($"{path}: {Encoding.ASCII.GetString(answer, 0, 12)}");
        return read;
    }

    /// By its length, or by its last piece.
    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
            return false;
        var text = Encoding.ASCII.GetString(answer[..head]);
        var at = text.IndexOf(Length, StringComparison.OrdinalIgnoreCase);
        return at < 0
            ? answer.EndsWith("\r\n0\r\n\r\n"u8)
            : answer.Length - head - 4 >= int.Parse(text[(at + Length.Length)..].Split('\r')[0], CultureInfo.InvariantCulture);
    }
}
