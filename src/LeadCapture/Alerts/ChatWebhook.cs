using LeadCapture.Web;
using static LeadCapture.Alerts.AlertText;

namespace LeadCapture.Alerts;

/// An alert as Slack and what understands the same: { "text": … }. The address is a secret, because whoever has it may post.
public sealed class ChatWebhook : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Lazy<HttpClient> http = new(() => Destination.NewClient(Patience));

    /// Null where it was taken.
    public async Task<string?> Send(string address, string text, CancellationToken stop)
    {
        try
        {
            using var answer = await http.Value.PostAsJsonAsync(new Uri(address), new { text }, stop);
            return answer.IsSuccessStatusCode ? null : T["The webhook responded with status {0}.", (int)answer.StatusCode].Value;
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            return fault switch
            {
                OperationCanceledException => T["The webhook did not respond in time."],
                { InnerException: ForbiddenDestinationException } => T["The webhook's address is not allowed."],
                _ => T["The webhook could not be reached."],
            };
        }
    }

    public void Dispose()
    {
        if (http.IsValueCreated)
            http.Value.Dispose();
    }
}
