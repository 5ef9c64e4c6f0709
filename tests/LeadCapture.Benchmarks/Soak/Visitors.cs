using System.Collections.Concurrent;

namespace LeadCapture.Benchmarks.Soak;

/// People at the form: most of them once, some impatient, some gone before the answer comes, some with more to say.
public sealed class Visitors(RoundRobin site, People people, StoreHealth health, int seed)
{
    private const int AtOnce = 6;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);
    private readonly Random crowd = new(seed * 17);
    private volatile TaskCompletionSource open = Opened();
    private int inside;
    private int formsBack;

    /// Answers that are neither thanks nor the form with everything typed, or the form although the store was well.
    public ConcurrentBag<string> WrongAnswers { get; } = [];

    /// How often somebody got the form back because nothing could be stored.
    public int FormsBack => formsBack;

    public Task Come(CancellationToken closing) =>
        Task.WhenAll(Enumerable.Range(0, AtOnce).Select(who => Task.Run(() => OneAfterTheOther(who, closing))));

    /// So many at the same moment, all on one node.
    public Task Crowd(Node node, int size) => Task.WhenAll(Enumerable.Range(0, size)
        .Select(_ => people.Next(crowd)).Select(visit => Task.Run(() => Enter(() => Send(visit, node)))));

    /// Nobody comes any more, and whoever is there has been served.
    public async Task Close()
    {
        open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        while (Volatile.Read(ref inside) > 0)
            await Task.Delay(50);
    }

    public void Open() => open.TrySetResult();

    private static TaskCompletionSource Opened()
    {
        var opened = new TaskCompletionSource();
        opened.SetResult();
        return opened;
    }

    private async Task OneAfterTheOther(int who, CancellationToken closing)
    {
        var random = new Random((seed * 31) + who);
        while (!closing.IsCancellationRequested)
        {
            await Enter(() => Come(random, people.Next(random)));
            await Task.Delay(random.Next(10, 150), CancellationToken.None);
        }
    }

    private async Task Enter(Func<Task> visit)
    {
        await open.Task;
        Interlocked.Increment(ref inside);
        await visit();
        Interlocked.Decrement(ref inside);
    }

    private Task Come(Random random, Visit visit) => random.Next(100) switch
    {
        < 45 => Send(visit),
        < 60 => Task.WhenAll(Send(visit), Send(visit)),
        < 73 => Reload(visit, random.Next(50, 1500)),
        < 85 => GoAway(visit, random.Next(1, 1200)),
        < 95 => SayMore(visit, random),
        _ => Correct(visit, random),
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
            await SendOnce(visit, null, gone.Token);
        }
        catch (OperationCanceledException)
        {
            // Nobody there to be thanked.
        }
    }

    private Task SayMore(Visit visit, Random random) => people.Again(visit, random) is { } again
        ? Task.WhenAll(Send(visit), Send(again))
        : Send(visit);

    private async Task Correct(Visit visit, Random random)
    {
        await Send(visit);
        var corrected = people.Corrected(visit, random);
        await Task.WhenAll(Send(corrected), Send(corrected));
    }

    /// Until there is thanks, as long as a patient person tries.
    private async Task Send(Visit visit, Node? first = null)
    {
        var until = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (Environment.TickCount64 < until && !await SendOnce(visit, first, CancellationToken.None))
        {
            first = null;
            await Task.Delay(400);
        }
    }

    /// Whether this visitor is done.
    private async Task<bool> SendOnce(Visit visit, Node? first, CancellationToken gone)
    {
        var began = Environment.TickCount64;
        if (await site.Post(visit, first, gone) is not { } answer)
            return false;
        if (answer.Status == 303)
            visit.Thanked(answer.Receipt);
        else if (!answer.GivesBack(visit))
            WrongAnswers.Add($"status {answer.Status}");
        else if (health.IsWellSince(began))
            WrongAnswers.Add("the form given back although the store was well");
        else
            Interlocked.Increment(ref formsBack);
        return answer.Status == 303;
    }
}
