using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace LeadCapture.Benchmarks.Load;

/// Posts forms over connections that are kept, each with an email that is never repeated, and checks every answer.
public sealed class Generator(Uri target, string tag)
{
    private const int LongestAnswer = 256 * 1024;
    private int number;

    public int Thanked { get; private set; }

    public List<double> Milliseconds { get; } = [];

    public async Task Run(int connections, TimeSpan time)
    {
        var end = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        foreach (var times in await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => PostUntil(end)))))
        {
            Milliseconds.AddRange(times);
            Thanked += times.Count;
        }
        Milliseconds.Sort();
    }

    public double Percentile(double share) => Milliseconds[Math.Min(Milliseconds.Count - 1, (int)(share * Milliseconds.Count))];

    private async Task<List<double>> PostUntil(long end)
    {
        List<double> times = [];
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(target.Host, target.Port);
        var answer = new byte[LongestAnswer];
        while (Stopwatch.GetTimestamp() < end)
        {
            var began = Stopwatch.GetTimestamp();
            await socket.SendAsync(Request());
            await ReadThanks(socket, answer);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        return times;
    }

    private byte[] Request()
    {
        var email = $"u{tag}-{Interlocked.Increment(ref number)}%40bench.example";
        var body = $"firstName=John&lastName=Doe&email={email}&company=Tech+Solutions+Inc"
            + "&title=Senior+Product+Manager&phone=%2B1-415-555-0123&notes=Please+call+me+back+about+the+offer";
        return Encoding.ASCII.GetBytes($"POST /f/contact HTTP/1.1\r\nHost: {target.Authority}\r\n"
            + $"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n{body}");
    }

    private static async Task ReadThanks(Socket socket, byte[] answer)
    {
        var read = 0;
        int head;
        do
        {
            var got = await socket.ReceiveAsync(answer.AsMemory(read));
            if (got == 0)
                throw new InvalidOperationException("The connection was closed.");
            read += got;
            head = answer.AsSpan(0, read).IndexOf("\r\n\r\n"u8);
        }
        while (head < 0);
        var text = Encoding.ASCII.GetString(answer, 0, head);
        var isThanks = text.StartsWith("HTTP/1.1 303", StringComparison.Ordinal);
        if (!isThanks || !text.Contains("Content-Length: 0", StringComparison.OrdinalIgnoreCase))
            throw new InvalidOperationException($"No thanks: {text.Split('\r')[0]}");
    }
}
