using System.Buffers;

namespace LeadCapture.ReplyIo;

/// <summary>One HTTP call: address and key by the connection it carries, an end in time, and the body read once, here.</summary>
internal sealed class Exchange(TimeSpan attemptTimeout, TimeProvider clock) : DelegatingHandler
{
    public const string Connection = "LeadCapture.ReplyIo.Connection";
    public const string MaySend = "LeadCapture.ReplyIo.MaySend";
    private const int BodyLimit = 4 * 1024 * 1024;
    private static readonly HttpRequestOptionsKey<ReplyIoConnection> Key = new(Connection);
    private static readonly HttpRequestOptionsKey<Func<bool>?> LastWord = new(MaySend);
    private static readonly HttpRequestOptionsKey<TimeSpan?> Offset = new("LeadCapture.ReplyIo.ClockOffset");

    /// <summary>How far the clock of whoever answered is ahead of ours.</summary>
    public static TimeSpan? ClockOffset(HttpRequestMessage? request) =>
        request is not null && request.Options.TryGetValue(Offset, out var offset) ? offset : null;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Address(request);
        if (request.Content is { } content && request.Options.TryGetValue(LastWord, out var maySend) && maySend is not null)
            request.Content = new LastCheck(content, maySend);
        using var late = new CancellationTokenSource(attemptTimeout, clock);
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        var response = await Send(request, attempt.Token, late.Token, cancellationToken);
        // Measured before the body is read: a slow body would make their clock look slow.
        request.Options.Set(Offset, response.Headers.Date - clock.GetUtcNow());
        try
        {
            await ReadBody(response, attempt.Token, cancellationToken);
            return response;
        }
        catch (Exception)
        {
            response.Dispose();
            throw;
        }
    }

    private static void Address(HttpRequestMessage request)
    {
        if (!request.Options.TryGetValue(Key, out var connection))
            throw new InvalidOperationException("A call to Reply.io carries its connection");

        request.RequestUri = new Uri(connection.Root + request.RequestUri!.PathAndQuery);
        var (name, value) = connection.Authorization == AuthorizationScheme.Bearer
            ? ("Authorization", "Bearer " + connection.ApiKey)
            : ("X-API-Key", connection.ApiKey);
        request.Headers.TryAddWithoutValidation(name, value);
    }

    private async Task<HttpResponseMessage> Send(
        HttpRequestMessage request, CancellationToken attempt, CancellationToken late, CancellationToken aborted)
    {
        try
        {
            return await base.SendAsync(request, attempt);
        }
        catch (OperationCanceledException fault) when (!aborted.IsCancellationRequested && late.IsCancellationRequested)
        {
            throw new HttpRequestException(HttpRequestError.Unknown, "No answer in time", new TimeoutException(null, fault));
        }
        catch (NotSentException fault)
        {
            throw new HttpRequestException(HttpRequestError.Unknown, fault.Message, fault);
        }
        catch (TaskCanceledException fault) when (fault.InnerException is TimeoutException && !aborted.IsCancellationRequested)
        {
            // Nobody cancelled: this is how SocketsHttpHandler reports its ConnectTimeout.
            throw new HttpRequestException(HttpRequestError.ConnectionError, "No connection in time", fault);
        }
    }

    private static async Task ReadBody(HttpResponseMessage response, CancellationToken attempt, CancellationToken aborted)
    {
        using var body = new MemoryStream((int)Math.Clamp(response.Content.Headers.ContentLength ?? 2048, 0, BodyLimit));
        var chunk = ArrayPool<byte>.Shared.Rent(8192);
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(attempt);
            while (body.Length < BodyLimit && await stream.ReadAsync(chunk, attempt) is > 0 and var read)
                body.Write(chunk, 0, read);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or HttpRequestException
            || (fault is OperationCanceledException && !aborted.IsCancellationRequested))
        {
            // The status is known already. What came of the body is judged like any other: half a contact is none.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        using (response.Content)
            response.Content = new ByteArrayContent(body.GetBuffer(), 0, (int)body.Length);
    }
}
