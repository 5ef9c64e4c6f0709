namespace LeadCapture.Benchmarks.Soak;

/// The load balancer before the nodes: one after the other, and past those that refuse the connection or are held up.
public sealed class RoundRobin(IReadOnlyList<Node> nodes) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        Timeout = TimeSpan.FromSeconds(40),
    };

    private int turn;

    /// Null where no answer came: nobody there, or the connection broke. First: whom to ask first.
    public async Task<PageAnswer?> Post(Visit visit, Node? first, CancellationToken aborted)
    {
        for (var tries = 0; tries < nodes.Count; tries++)
            try
            {
                return await PostTo((tries == 0 ? first : null) ?? Next(), visit, aborted);
            }
            catch (HttpRequestException fault) when (fault.HttpRequestError != HttpRequestError.ConnectionError)
            {
                return null;
            }
            catch (HttpRequestException)
            {
                // Nobody there: the next one.
            }
            catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
            {
                return new(0, null, "");
            }
            catch (IOException)
            {
                return null;
            }
        return null;
    }

    public void Dispose() => http.Dispose();

    private Node Next()
    {
        for (var tries = 0; tries < nodes.Count; tries++)
            if (InTurn() is { IsHeld: false } node)
                return node;
        return InTurn();
    }

    private Node InTurn() => nodes[(int)((uint)Interlocked.Increment(ref turn) % nodes.Count)];

    private async Task<PageAnswer> PostTo(Node node, Visit visit, CancellationToken aborted)
    {
        using var answer = await http.PostAsync(new Uri(node.Address, "/f/" + visit.Form), visit.Inputs, aborted);
        return new((int)answer.StatusCode, answer.Headers.Location?.ToString(), await answer.Content.ReadAsStringAsync(aborted));
    }
}

/// Status 0: no answer within the patience of a browser.
public sealed record PageAnswer(int Status, string? Location, string Page)
{
    public string Receipt => Location!.Split('/')[^1];

    /// The form again, with what was typed and a button to send it once more.
    public bool GivesBack(Visit visit) => Status == 503 && Page.Contains(visit.Email, StringComparison.Ordinal)
        && Page.Contains("submissionId", StringComparison.Ordinal) && Page.Contains("<button", StringComparison.Ordinal);
}
