using System.Net;
using System.Net.Sockets;
using LeadCapture.Web;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using static LeadCapture.Alerts.AlertText;

namespace LeadCapture.Alerts;

/// An alert as an email. What goes wrong is said in our words: what a mail server answers may name people.
public sealed class Mailer
{
    private const int Patience = 20_000;

    /// Null where the server took it.
    public async Task<string?> Send(AlertSettings settings, string? password, string subject, string text, CancellationToken stop)
    {
        try
        {
            using var message = Message(settings, subject, text);
            using var client = new SmtpClient { Timeout = Patience };
            await Connect(client, settings, stop);
            if (settings.SmtpUser != "")
                await client.AuthenticateAsync(settings.SmtpUser, password ?? "", stop);
            await client.SendAsync(message, stop);
            await client.DisconnectAsync(quit: true, stop);
            return null;
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            return Words(fault);
        }
    }

    /// By a connection of our own: the mail client would look the name up by itself, and call what it finds.
    private static async Task Connect(SmtpClient client, AlertSettings settings, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        var stream = await Destination.Connect(new DnsEndPoint(settings.SmtpHost, settings.SmtpPort), patience.Token);
        try
        {
            await client.ConnectAsync(
                stream, settings.SmtpHost, settings.SmtpPort, Options(settings.SmtpSecurity), patience.Token);
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    private static MimeMessage Message(AlertSettings settings, string subject, string text)
    {
        var message = new MimeMessage
        {
            Subject = "LeadCapture: " + subject,
            Body = new TextPart("plain") { Text = text },
        };
        message.From.Add(new MailboxAddress("LeadCapture", settings.Sender));
        message.To.AddRange(settings.RecipientList.Select(address => new MailboxAddress("", address)));
        // No automatic answer: nobody would read it.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private static SecureSocketOptions Options(SmtpSecurity security) => security switch
    {
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.None,
    };

    private static string Words(Exception fault) => fault switch
    {
        SmtpCommandException refused => T["The mail server rejected the message with code {0}.", (int)refused.StatusCode],
        AuthenticationException => T["The mail server rejected the user name or password."],
        SslHandshakeException =>
            T["The secure connection to the mail server failed. Check the port, the encryption, and the server's certificate."],
        ServiceNotConnectedException or ServiceNotAuthenticatedException => T["The mail server requires a user name and password."],
        NotSupportedException => T["The mail server does not offer this encryption or sign-in."],
        ForbiddenDestinationException => T["The mail server's address is not allowed."],
        SocketException => T["The mail server could not be reached."],
        TimeoutException or OperationCanceledException => T["The mail server did not respond in time."],
        _ => T["The response was not that of a mail server. Check the server name, port, and encryption."],
    };
}
