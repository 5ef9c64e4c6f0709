namespace LeadCapture.Benchmarks.Processes;

/// Waits for a server that is starting.
public static class Readiness
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(90);

    /// Until it answers well.
    public static async Task Of(Uri place)
    {
        using var http = new HttpClient();
        using var patience = new CancellationTokenSource(LongestStart);
        using var pace = new PeriodicTimer(Pace);
        while (!await Answers(http, place, patience.Token))
            await pace.WaitForNextTickAsync(patience.Token);
    }

    private static async Task<bool> Answers(HttpClient http, Uri place, CancellationToken patience)
    {
        try
        {
            using var answer = await http.GetAsync(place, patience);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
