using System.Net.Sockets;
using System.Text;

namespace LeadCapture.Tests.Support;

/// Requests as bytes, for what no client would send.
internal static class Wire
{
    /// Kestrel answers and closes while the body is still under way, which HttpClient may take for a failure.
    public static async Task<string> Writes(this TestApp app, string head, string body)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(app.Address.Host, app.Address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        var sending = Send(stream, body);
        var answer = new StringBuilder();
        var buffer = new byte[16 * 1024];
        try
        {
            while (await stream.ReadAsync(buffer) is > 0 and var count)
            {
                answer.Append(Encoding.UTF8.GetString(buffer, 0, count));
                if (body != "" && answer.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
                    break;
            }
        }
        catch (IOException)
        {
            // Reset after the answer.
        }
        client.Close();
        await sending;
        return answer.ToString();
    }

    private static async Task Send(NetworkStream stream, string body)
    {
        try
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(body));
        }
        catch (IOException)
        {
            // Refused before it was all sent.
        }
        catch (ObjectDisposedException)
        {
            // Answered before it was all sent.
        }
    }
}
