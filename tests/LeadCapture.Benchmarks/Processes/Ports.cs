using System.Net;
using System.Net.Sockets;

namespace LeadCapture.Benchmarks.Processes;

public static class Ports
{
    /// Kept by a program that is started, killed and started again.
    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
