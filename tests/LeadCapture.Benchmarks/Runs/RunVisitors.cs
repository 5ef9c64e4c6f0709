using System.Diagnostics;

namespace LeadCapture.Benchmarks.Runs;

/// People at a form, one after the other, and how long each waits for the thanks.
public sealed class RunVisitors(Uri app)
{
    private int number;

    public async Task<RunVisits> During(Task work)
    {
        var began = Stopwatch.GetTimestamp();
        List<double> waits = [];
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = app };
        do
            waits.Add(await Visit(browser));
        while (!work.IsCompleted);
        await work;
        waits.Sort();
        return new(Stopwatch.GetElapsedTime(began), waits);
    }

    private async Task<double> Visit(HttpClient browser)
    {
        var began = Stopwatch.GetTimestamp();
        using var form = new FormUrlEncodedContent([new("email", $"visitor{++number}@visit.example"), new("firstName", "Ann")]);
        using var answer = await browser.PostAsync(new Uri("/f/contact", UriKind.Relative), form);
        if (answer.Headers.Location is null)
            throw new InvalidOperationException($"No thanks: {answer.StatusCode}.");
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}

/// Their waits in milliseconds, sorted, and how long they came.
public sealed record RunVisits(TimeSpan Took, IReadOnlyList<double> Waits)
{
    public int Count => Waits.Count;

    public double Longest => Waits[^1];

    public override string ToString() => string.Create(InvariantCulture,
        $"{Took.TotalSeconds:0.0} s; {Count} visitors waited {At(0.5):0} ms (p99 {At(0.99):0}, longest {Longest:0})");

    private double At(double share) => Waits[Math.Min(Count - 1, (int)(share * Count))];
}
