using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using LeadCapture.Web;
using static LeadCapture.Webhooks.WebhookText;

namespace LeadCapture.Webhooks;

/// One call of a webhook, signed as Standard Webhooks has it. What it answers is read no further than its status.
public sealed class WebhookClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestWish = TimeSpan.FromHours(24);
    private readonly Lazy<HttpClient> http = new(() => Destination.NewClient(Patience));

    public async Task<WebhookAnswer> Send(
        string address, Guid id, DateTime now, byte[] payload, IReadOnlyList<byte[]> keys, CancellationToken stop)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            using var call = Call(address, id, now, payload, keys);
            using var answer = await http.Value.SendAsync(call, HttpCompletionOption.ResponseHeadersRead, stop);
            return new((int)answer.StatusCode, ProblemOf(answer.StatusCode), Stopwatch.GetElapsedTime(began), WishOf(answer, now));
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            return new(null, ProblemOf(fault), Stopwatch.GetElapsedTime(began), null);
        }
    }

    public void Dispose()
    {
        if (http.IsValueCreated)
            http.Value.Dispose();
    }

    private static HttpRequestMessage Call(string address, Guid id, DateTime now, byte[] payload, IReadOnlyList<byte[]> keys)
    {
        var seconds = new DateTimeOffset(now, TimeSpan.Zero).ToUnixTimeSeconds().ToString(InvariantCulture);
        var call = new HttpRequestMessage(HttpMethod.Post, new Uri(address)) { Content = new ByteArrayContent(payload) };
        call.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        call.Headers.UserAgent.Add(new ProductInfoHeaderValue("LeadCapture", null));
        call.Headers.Add("webhook-id", id.ToString());
        call.Headers.Add("webhook-timestamp", seconds);
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{id}.{seconds}."), .. payload];
        call.Headers.Add("webhook-signature", string.Join(' ',
            keys.Select(key => "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed)))));
        return call;
    }

    /// How long it asks to be left alone, where it does.
    private static TimeSpan? WishOf(HttpResponseMessage answer, DateTime now)
    {
        if (answer.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)
            || answer.Headers.RetryAfter is not { } after)
            return null;
        var wish = after.Delta ?? after.Date - new DateTimeOffset(now, TimeSpan.Zero);
        return wish > LongestWish ? LongestWish : wish;
    }

    private static string? ProblemOf(HttpStatusCode status) => (int)status is >= 200 and < 300 ? null : WordsOf(status);

    private static string WordsOf(HttpStatusCode status) => (int)status switch
    {
        >= 300 and < 400 => T["It redirects elsewhere. Enter the address that it redirects to."],
        (int)HttpStatusCode.Gone => T["The address responded with 410 Gone, so the webhook is turned off."],
        var number => T["It responded with status {0}.", number],
    };

    private static string ProblemOf(Exception fault) => fault switch
    {
        OperationCanceledException => T["It did not respond in time."],
        { InnerException: ForbiddenDestinationException } => T["Its address is not allowed."],
        _ => T["It could not be reached."],
    };
}

/// What came back. Problem: in our words; null where it was taken. Wish: how long it asks to be left alone.
public sealed record WebhookAnswer(int? Status, string? Problem, TimeSpan Took, TimeSpan? Wish)
{
    public bool IsTaken => Problem is null;

    public bool IsGone => Status == (int)HttpStatusCode.Gone;

    /// Nothing was sent, and never will be.
    public static WebhookAnswer Never(string problem) => NotSent(problem) with { IsNever = true };

    public bool IsNever { get; private init; }

    /// For our own sake.
    public static WebhookAnswer NotSent(string problem) => new(null, problem, TimeSpan.Zero, null);
}
