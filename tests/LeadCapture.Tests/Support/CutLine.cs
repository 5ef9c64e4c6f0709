using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace LeadCapture.Tests.Support;

/// The network between the program and its PostgreSQL, which breaks when a test says so.
internal sealed class CutLine : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly NpgsqlConnectionStringBuilder server;
    private readonly CancellationTokenSource over = new();
    private volatile string? word;
    private int lost;

    private CutLine(string database) => server = new(database);

    public int Lost => Volatile.Read(ref lost);

    public string ConnectionString => new NpgsqlConnectionStringBuilder(server.ConnectionString)
    {
        Port = ((IPEndPoint)listener.LocalEndpoint).Port,
        SslMode = SslMode.Disable,
    }.ConnectionString;

    public static Task<CutLine> To(string database)
    {
        var line = new CutLine(database);
        line.listener.Start();
        _ = line.Accept();
        return Task.FromResult(line);
    }

    /// The next thing said to the server that has this text in it is carried out, and the line breaks before its answer.
    public void LoseAnswerTo(string text) => word = text;

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        listener.Dispose();
        over.Dispose();
    }

    private async Task Accept()
    {
        while (!over.IsCancellationRequested)
            _ = Carry(await listener.AcceptTcpClientAsync(over.Token));
    }

    private async Task Carry(TcpClient caller)
    {
        using var near = caller;
        using var far = new TcpClient();
        await far.ConnectAsync(server.Host!, server.Port, over.Token);
        var losing = new StrongBox();
        await Task.WhenAny(
            Pass(near, far, said => losing.Value |= IsMeant(said), () => true),
            Pass(far, near, _ => { }, () => !losing.Value));
        if (losing.Value)
            Interlocked.Increment(ref lost);
    }

    private bool IsMeant(ReadOnlySpan<byte> said)
    {
        if (word is not { } text || said.IndexOf(Encoding.UTF8.GetBytes(text)) < 0)
            return false;
        word = null;
        return true;
    }

    private async Task Pass(TcpClient from, TcpClient to, ActionOn hear, Func<bool> goesOn)
    {
        var buffer = new byte[64 * 1024];
        while (await from.GetStream().ReadAsync(buffer, over.Token) is > 0 and var count)
        {
            hear(buffer.AsSpan(0, count));
            if (!goesOn())
                return;
            await to.GetStream().WriteAsync(buffer.AsMemory(0, count), over.Token);
        }
    }

    private delegate void ActionOn(ReadOnlySpan<byte> said);

    private sealed class StrongBox
    {
        public volatile bool Value;
    }
}
