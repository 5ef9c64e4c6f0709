using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LeadCapture.BrowserTests.Support;

/// The network of a stand between a tablet and the server: there, gone, or a hotel's that answers everything with a page of its own. The
/// browser's own switch for being offline does not reach its service workers.
public sealed class Wifi : IAsyncDisposable
{
    private readonly Uri server;
    private readonly ConcurrentDictionary<TcpClient, byte> open = new();
    private TcpListener? listener;
    private volatile bool isCaptive;
    private Task accepting = Task.CompletedTask;

    public Wifi(Uri server)
    {
        this.server = server;
        var first = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        Address = new($"http://127.0.0.1:{((IPEndPoint)first.LocalEndpoint).Port}/");
        Use(first);
    }

    /// As tablets know it, whether it is there or not.
    public Uri Address { get; }

    public Task ComesBack() => Turns(captive: false);

    public Task BecomesCaptive() => Turns(captive: true);

    public async Task GoesAway()
    {
        listener?.Stop();
        listener = null;
        await accepting;
        Cut();
    }

    public async ValueTask DisposeAsync() => await GoesAway();

    /// What was connected before is cut.
    private async Task Turns(bool captive)
    {
        await GoesAway();
        isCaptive = captive;
        var again = new TcpListener(IPAddress.Loopback, Address.Port);
        again.Start();
        Use(again);
    }

    private void Use(TcpListener fresh)
    {
        listener = fresh;
        accepting = Accept(fresh);
    }

    private async Task Accept(TcpListener at)
    {
        try
        {
            while (true)
                _ = Carry(await at.AcceptTcpClientAsync());
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task Carry(TcpClient near)
    {
        using var far = new TcpClient();
        open[near] = open[far] = 0;
        try
        {
            if (isCaptive)
            {
                await Portal(near);
                return;
            }
            await far.ConnectAsync(server.Host, server.Port);
            await Task.WhenAny(Pass(near, far), Pass(far, near));
        }
        catch (Exception fault) when (fault is IOException or SocketException or ObjectDisposedException)
        {
        }
        finally
        {
            open.TryRemove(near, out _);
            open.TryRemove(far, out _);
            near.Dispose();
        }
    }

    /// Whatever is asked for.
    private static async Task Portal(TcpClient near)
    {
        const string page = "<!DOCTYPE html><title>Welcome</title><h1>Accept our terms to go online</h1>";
        var answer = $"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {page.Length}\r\nConnection: close\r\n\r\n{page}";
        var buffer = new byte[64 * 1024];
        _ = await near.GetStream().ReadAsync(buffer);
        await near.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer));
    }

    private static async Task Pass(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream());
        }
        catch (Exception fault) when (fault is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
        }
    }

    private void Cut()
    {
        foreach (var client in open.Keys)
            client.Dispose();
        open.Clear();
    }
}
