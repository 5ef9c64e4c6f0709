using System.Net;
using System.Net.Sockets;

namespace LeadCapture.Web;

/// Where the program connects to because somebody has set it: webhook, mail server, Reply.io. A name is resolved and each of its
/// addresses checked here, where it is used, because it may mean another machine by then. Private networks are allowed.
public static class Destination
{
    public static async ValueTask<Stream> Connect(DnsEndPoint place, CancellationToken stop)
    {
        var found = await Dns.GetHostAddressesAsync(place.Host, stop);
        var allowed = Array.FindAll(found, address => !MachineRoom.Has(address));
        if (allowed.Length == 0)
            throw new ForbiddenDestinationException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, place.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// For HTTP.
    public static ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken stop) =>
        Connect(context.DnsEndPoint, stop);

    /// Follows nobody elsewhere, and knows no proxy that would do it in its place.
    public static HttpClient NewClient(TimeSpan patience) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        ConnectCallback = Connect,
    })
    { Timeout = patience };
}

/// Nothing was sent.
public sealed class ForbiddenDestinationException()
    : HttpRequestException(HttpRequestError.ConnectionError, "the address is none that may be called");
