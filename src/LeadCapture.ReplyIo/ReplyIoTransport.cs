using System.Net;
using LeadCapture.ReplyIo.Json;
using Refit;

namespace LeadCapture.ReplyIo;

internal static class ReplyIoTransport
{
    public static SocketsHttpHandler Sockets(ReplyIoClientOptions options) => new()
    {
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
        ConnectCallback = options.Connect,
        ConnectTimeout = options.ConnectTimeout,
        MaxConnectionsPerServer = options.MaxConnections,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        Proxy = new ProxyForOthers(HttpClient.DefaultProxy),
        UseCookies = false,
    };

    public static RefitSettings Settings() => new(new SystemTextJsonContentSerializer(ReplyIoJson.Default.Options))
    {
        // Every status is an answer to be read: ResponseMapper judges it, an exception would only read the body apart.
        ExceptionFactory = static _ => ValueTask.FromResult<Exception?>(null),
    };

    public static void Configure(HttpClient client)
    {
        // Exchange puts the address of the connection in its place and keeps the time.
        client.BaseAddress = new Uri("https://reply.invalid");
        client.Timeout = Timeout.InfiniteTimeSpan;
    }
}
