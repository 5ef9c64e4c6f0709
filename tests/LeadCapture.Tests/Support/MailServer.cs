using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace LeadCapture.Tests.Support;

/// As much of a mail server as it takes to receive: real SMTP over TCP.
internal sealed class MailServer : IDisposable
{
    private readonly TcpListener listener;
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<string> messages = new();

    public MailServer(int port = 0)
    {
        listener = new(IPAddress.Loopback, port);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = Serve();
    }

    public int Port { get; }

    /// Sender, recipients, headers and text, as they came.
    public IReadOnlyList<string> Messages => [.. messages];

    /// What it says to each recipient; 250 is yes.
    public string Recipient { get; set; } = "250 OK";

    /// A port where nobody listens.
    public static int FreePort()
    {
        using var server = new MailServer();
        return server.Port;
    }

    public void Dispose()
    {
        stop.Cancel();
        listener.Dispose();
        stop.Dispose();
    }

    private async Task Serve()
    {
        try
        {
            while (true)
                _ = Talk(await listener.AcceptTcpClientAsync(stop.Token));
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Talk(TcpClient client)
    {
        using (client)
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream);
            await using var writer = new StreamWriter(stream) { NewLine = "\r\n", AutoFlush = true };
            List<string> message = [];
            await writer.WriteLineAsync("220 mail.example.com");
            while (await reader.ReadLineAsync() is { } line)
            {
                var command = line.Split(' ', ':')[0].ToUpperInvariant();
                if (command is "MAIL" or "RCPT")
                    message.Add(line);
                await writer.WriteLineAsync(command switch
                {
                    "EHLO" or "HELO" => "250 mail.example.com",
                    "RCPT" => Recipient,
                    "DATA" => "354 Go on",
                    "QUIT" => "221 Bye",
                    _ => "250 OK",
                });
                if (command == "QUIT")
                    return;
                if (command == "DATA")
                    await Receive(reader, writer, message);
            }
        }
    }

    private async Task Receive(StreamReader reader, StreamWriter writer, List<string> message)
    {
        while (await reader.ReadLineAsync() is { } line && line != ".")
            message.Add(line);
        messages.Enqueue(string.Join('\n', message));
        message.Clear();
        await writer.WriteLineAsync("250 Taken");
    }
}
