using LeadCapture.Benchmarks.Processes;
using LeadCapture.Sandbox;

namespace LeadCapture.Benchmarks.Soak;

/// What goes wrong and for how long, drawn from the seed. Everything once; then, while there is time, everything again.
public sealed class Faults(World world, int seed)
{
    private static readonly TimeSpan LeastSpace = TimeSpan.FromSeconds(4);
    private readonly Random random = new(seed);
    private volatile bool sparesNodes;

    public List<string> Complaints { get; } = [];

    public List<string> Happened { get; } = [];

    public async Task Happen(TimeSpan time)
    {
        var kinds = Kinds();
        var rounds = Math.Max(1, (int)(time * 0.9 / (LeastSpace * kinds.Length)));
        var space = time * 0.9 / (rounds * kinds.Length);
        for (var round = 0; round < rounds; round++)
        {
            random.Shuffle(kinds.AsSpan());
            foreach (var (name, happen) in kinds)
                await InItsTime(name, happen, space);
        }
        world.ReplyIo.State.Play(Scene.Normal);
    }

    /// kill -9 of a node every few seconds, once it has been up for a moment.
    public async Task Kill(CancellationToken over)
    {
        var whom = new Random(seed + 1);
        while (!over.IsCancellationRequested)
        {
            await Task.Delay(whom.Next(2000, 5000), over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var node = world.Nodes[whom.Next(world.Nodes.Count)];
            if (await node.IsReady() && !sparesNodes && !over.IsCancellationRequested)
                node.Kill();
        }
    }

    private async Task InItsTime(string name, Func<TimeSpan, Task> happen, TimeSpan space)
    {
        Happened.Add(name);
        var end = Environment.TickCount64 + (long)space.TotalMilliseconds;
        await happen(space * (0.3 + (0.3 * random.NextDouble())));
        await Task.Delay((int)Math.Max(0, end - Environment.TickCount64));
    }

    private (string Name, Func<TimeSpan, Task> Happen)[] Kinds() =>
    [
        Play(Scene.ServerError), Play(Scene.Unavailable), Play(Scene.CutBefore), Play(Scene.CutAfter), Play(Scene.CutShort),
        Play(Scene.Html), Play(Scene.Slow), Play(Scene.RateLimited), Play(Scene.BadKey),
        ("key replaced", ReplaceKey),
        .. world.Database is null ? Array.Empty<(string, Func<TimeSpan, Task>)>() : [("database stopped", StopDatabase)],
        .. world.Disk.CanBeFull ? [("disk full", FillDisk)] : Array.Empty<(string, Func<TimeSpan, Task>)>(),
        .. world.HasClock ? [("clock ahead", lasting => Jump(45, lasting)), ("clock behind", lasting => Jump(-45, lasting))]
            : Array.Empty<(string, Func<TimeSpan, Task>)>(),
    ];

    private (string, Func<TimeSpan, Task>) Play(Scene scene) => (scene.ToString(), lasting => Play(scene, lasting));

    private async Task Play(Scene scene, TimeSpan lasting)
    {
        world.ReplyIo.State.Play(scene);
        await Task.Delay(lasting);
        world.ReplyIo.State.Play(Scene.Normal);
    }

    /// The old key is refused until the operator has started every node with the new one.
    private async Task ReplaceKey(TimeSpan lasting)
    {
        world.ReplaceKey();
        await Task.Delay(lasting / 2);
        foreach (var node in world.Nodes)
            if (await node.Terminate(forGood: false) is { } complaint)
                Complaints.Add(complaint);
    }

    private async Task StopDatabase(TimeSpan lasting)
    {
        await world.Database!.Halt();
        await Task.Delay(lasting);
        await world.Database.Resume();
    }

    /// With a node that is up, because one that starts on a full disk ends at once.
    private async Task FillDisk(TimeSpan lasting)
    {
        sparesNodes = true;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await world.IsUp(patience.Token);
        // The file of what is not yet in its place has room for thousands of leads: without it, a full disk would hardly be felt.
        await using var source = Database.Open(world.Store, world.ConnectionString);
        await Database.Query(source, "PRAGMA wal_checkpoint(TRUNCATE)", row => row.GetInt32(0));
        world.Disk.Fill();
        await Task.Delay(lasting);
        world.Disk.MakeRoom();
        sparesNodes = false;
    }

    private async Task Jump(int seconds, TimeSpan lasting)
    {
        world.SetClock(seconds);
        await Task.Delay(lasting);
        world.SetClock(0);
    }
}
