using System.Net;
using System.Net.Sockets;

namespace LeadCapture.Alerts;

/// An alert as Slack and what understands the same: { "text": … }. The address is a secret, because whoever has it may post.
public sealed class Webhook : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Lazy<HttpClient> http = new(NewClient);

    /// Null where it was taken.
    public async Task<string?> Send(string address, string text, CancellationToken stop)
    {
        try
        {
            using var answer = await http.Value.PostAsJsonAsync(new Uri(address), new { text }, stop);
            return answer.IsSuccessStatusCode ? null : $"The webhook answered {(int)answer.StatusCode}.";
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            return fault is OperationCanceledException ? "The webhook did not answer in time." : "The webhook was not reached.";
        }
    }

    public void Dispose()
    {
        if (http.IsValueCreated)
            http.Value.Dispose();
    }

    /// Follows nobody elsewhere, and knows no proxy that would do it in its place.
    private static HttpClient NewClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        ConnectCallback = Connect,
    })
    { Timeout = Patience };

    /// The address is checked where it is used: a name may mean another machine by then.
    private static async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, stop);
        var allowed = Array.FindAll(found, address => !IsOfTheMachineRoom(address));
        if (allowed.Length == 0)
            throw new HttpRequestException("There is no address that may be called.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// Link-local: where clouds keep what only the machine itself may know.
    private static bool IsOfTheMachineRoom(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.IsIPv6LinkLocal || (plain.AddressFamily == AddressFamily.InterNetwork && plain.GetAddressBytes() is [169, 254, ..]);
    }
}
