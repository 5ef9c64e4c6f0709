using System.Collections.Concurrent;

namespace LeadCapture.Benchmarks.Soak;

/// People who fill in the form: most of them once, some impatient, some gone before the answer comes.
public sealed class Visitors(RoundRobin site, int seed)
{
    private const int AtOnce = 6;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);
    private readonly ConcurrentBag<Visit> visits = [];
    private int number;
    private int formsBack;

    public IReadOnlyCollection<Visit> Visits => visits;

    /// Answers that are neither thanks nor the form with everything typed.
    public ConcurrentBag<string> WrongAnswers { get; } = [];

    /// How often somebody got the form back because nothing could be stored.
    public int FormsBack => formsBack;

    public Task Come(CancellationToken closing) =>
        Task.WhenAll(Enumerable.Range(0, AtOnce).Select(who => Task.Run(() => OneAfterTheOther(who, closing))));

    private async Task OneAfterTheOther(int who, CancellationToken closing)
    {
        var random = new Random((seed * 31) + who);
        while (!closing.IsCancellationRequested)
        {
            await Come(random, New(random));
            await Task.Delay(random.Next(10, 150), CancellationToken.None);
        }
    }

    private Visit New(Random random)
    {
        var id = new byte[16];
        random.NextBytes(id);
        return Known(new(seed, Interlocked.Increment(ref number), Convert.ToHexString(id)));
    }

    private Visit Known(Visit visit)
    {
        visits.Add(visit);
        return visit;
    }

    private Task Come(Random random, Visit visit) => random.Next(100) switch
    {
        < 55 => Send(visit),
        < 70 => Task.WhenAll(Send(visit), Send(visit)),
        < 83 => Reload(visit, random.Next(50, 1500)),
        < 95 => GoAway(visit, random.Next(1, 1200)),
        _ => Correct(visit),
    };

    private async Task Reload(Visit visit, int after)
    {
        await Send(visit);
        await Task.Delay(after);
        await Send(visit);
    }

    private async Task GoAway(Visit visit, int after)
    {
        using var gone = new CancellationTokenSource(after);
        try
        {
            if (await site.Post(visit, gone.Token) is { } answer)
                Read(visit, answer);
        }
        catch (OperationCanceledException)
        {
            // Nobody there to be thanked.
        }
    }

    private async Task Correct(Visit visit)
    {
        await Send(visit);
        var corrected = Known(visit.Corrected());
        await Task.WhenAll(Send(corrected), Send(corrected));
    }

    /// Until there is thanks, as long as a patient person tries.
    private async Task Send(Visit visit)
    {
        var until = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (Environment.TickCount64 < until)
        {
            if (await site.Post(visit, CancellationToken.None) is { } answer && Read(visit, answer))
                return;
            await Task.Delay(400);
        }
    }

    /// Whether this visitor is done.
    private bool Read(Visit visit, PageAnswer answer)
    {
        if (answer.Status == 303)
            visit.Thanked(answer.Receipt);
        else if (answer.GivesBack(visit))
            Interlocked.Increment(ref formsBack);
        else
            WrongAnswers.Add($"status {answer.Status}");
        return answer.Status == 303;
    }
}
