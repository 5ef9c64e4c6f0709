using System.Diagnostics;
using LeadCapture.Benchmarks.Processes;

namespace LeadCapture.Benchmarks.Scale;

/// A large installation: how long its questions take, and how that grows with the number of leads.
public static class ScaleCommand
{
    private const int Runs = 60;
    private const int WarmUp = 10;
    private static readonly TimeSpan LongestQuestion = TimeSpan.FromSeconds(10);

    public static async Task<int> Run(Arguments arguments)
    {
        using var scratch = new Scratch();
        var sizes = arguments.Numbers("leads", "1000000");
        List<ScaleTable> tables = [];
        var within = true;
        foreach (var store in arguments.Stores())
        {
            var table = new ScaleTable(store, sizes);
            var pages = new ScaleTable(store, sizes, ScalePages.Limit);
            foreach (var leads in sizes)
                await Measure(table, pages, leads, scratch);
            table.Print();
            pages.Print();
            tables.Add(table);
            within &= table.IsWithinLimit && pages.IsWithinLimit;
        }
        if (arguments.Text("chart") is { } file)
            await File.WriteAllTextAsync(file, GrowthChart.Of(tables));
        return within ? 0 : 1;
    }

    private static async Task Measure(ScaleTable table, ScaleTable pages, int leads, Scratch scratch)
    {
        await using var scale = await ScaleStore.Create(table.Store, scratch);
        var since = Stopwatch.StartNew();
        var data = new ScaleData(leads, DateTime.UtcNow);
        await scale.Fill(data.Tables);
        Console.WriteLine($"{table.Store}: {leads} leads and {leads * ScaleData.AttemptsOfEach} attempts, "
            + $"written in {since.Elapsed.TotalSeconds:0} s");
        await using var questions = new ScaleQuestions(scale.Options, leads);
        foreach (var (topic, question, ask) in questions.All)
            table.Add(topic, question, await NinetyFifth(ask));
        await using (var browser = await ScalePages.Open(scale.Options))
        {
            await scale.Indexed();
            foreach (var (name, ask) in browser.All(data))
                pages.Add("page", name, await NinetyFifth(ask));
        }
        var anew = Stopwatch.StartNew();
        await questions.CountAnew();
        Console.WriteLine($"  what is counted once a day: {anew.Elapsed.TotalMilliseconds:0} ms");
    }

    /// Of as many runs as there is patience for.
    private static async Task<double> NinetyFifth(Func<int, Task> ask)
    {
        List<double> times = [];
        for (var run = 0; run < WarmUp; run++)
            await ask(run);
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
}
