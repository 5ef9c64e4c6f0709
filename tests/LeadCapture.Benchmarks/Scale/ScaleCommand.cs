using System.Diagnostics;
using LeadCapture.Benchmarks.Processes;

namespace LeadCapture.Benchmarks.Scale;

/// A large installation: how long its questions take, as it is and with the indexes that may be missing.
public static class ScaleCommand
{
    private const int Runs = 60;
    private static readonly TimeSpan LongestQuestion = TimeSpan.FromSeconds(10);

    private static readonly IReadOnlyList<string> Candidates =
    [
        "CREATE INDEX candidate_email ON leads (email)",
        "CREATE INDEX candidate_state ON deliveries (state, lead_id)",
    ];

    public static async Task<int> Run(Arguments arguments)
    {
        using var scratch = new Scratch();
        var leads = arguments.Whole("leads", 1_000_000);
        foreach (var store in arguments.Stores())
        {
            await using var scale = await ScaleStore.Create(store, scratch);
            var since = Stopwatch.StartNew();
            await scale.Fill(new(leads, DateTime.UtcNow));
            Console.WriteLine($"{store}: {leads} leads and {leads * ScaleData.AttemptsOfEach} attempts, "
                + $"written in {since.Elapsed.TotalSeconds:0} s");
            await using var questions = new ScaleQuestions(scale, store, leads);
            var asItIs = await Ask(questions);
            foreach (var candidate in Candidates)
                await scale.Run(candidate);
            await scale.Run("ANALYZE");
            Print(questions, asItIs, await Ask(questions));
        }
        return 0;
    }

    private static async Task<List<double>> Ask(ScaleQuestions questions)
    {
        List<double> results = [];
        foreach (var (_, ask) in questions.All)
            results.Add(await NinetyFifth(ask));
        return results;
    }

    /// Of as many runs as there is patience for.
    private static async Task<double> NinetyFifth(Func<int, Task> ask)
    {
        List<double> times = [];
        await ask(0);
        var since = Stopwatch.StartNew();
        for (var run = 1; run <= Runs && since.Elapsed < LongestQuestion; run++)
        {
            var began = Stopwatch.GetTimestamp();
            await ask(run);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        times.Sort();
        return times[(int)(0.95 * (times.Count - 1))];
    }

    private static void Print(ScaleQuestions questions, List<double> asItIs, List<double> indexed)
    {
        Console.WriteLine($"  {"p95 in ms",-34} {"as it is",10} {"indexed",10}");
        foreach (var (index, (question, _)) in questions.All.Index())
            Console.WriteLine(string.Create(
                InvariantCulture, $"  {question,-34} {asItIs[index],10:0.0} {indexed[index],10:0.0}"));
        Console.WriteLine($"  indexed: {string.Join("; ", Candidates)}");
    }
}
