using System.Diagnostics;
using LeadCapture.Sandbox;

namespace LeadCapture.Benchmarks.Soak;

/// Nodes die, are held up, have a wrong clock, and are started with another key.
public sealed class NodeFaults(World world, Visitors visitors, int seed)
{
    private const int CrowdSize = 12;

    /// Past the lease, and past all that another node waits before it notices and sends the lead again.
    private static readonly TimeSpan HeldUp = NodeSettings.Lease + (NodeSettings.UnconfirmedWait * 2) + TimeSpan.FromSeconds(6);

    private volatile bool spared;

    public List<string> Complaints { get; } = [];

    public int Held { get; private set; }

    public IEnumerable<Fault> All() =>
    [
        new("new-key", ReplaceKey),
        .. !world.HasClock ? Array.Empty<Fault>() :
        [
            new("clock", lasting => Jump(world.SetClock, 45, lasting)),
            new("clock", lasting => Jump(world.SetClock, -45, lasting)),
            new("clock-days", JumpByDays),
        ],
        .. !world.HasOtherClock ? Array.Empty<Fault>() :
        [
            new(Selection.OtherClock, lasting => JumpOfOne(60, lasting)),
            new(Selection.OtherClock, lasting => JumpOfOne(-60, lasting)),
        ],
    ];

    /// kill -9 of a node every few seconds, once it has been up for a moment.
    public async Task Kill(CancellationToken over)
    {
        var whom = new Random(seed + 1);
        while (!over.IsCancellationRequested)
        {
            await Wait(whom.Next(2000, 5000), over);
            var node = world.Nodes[whom.Next(world.Nodes.Count)];
            if (await node.IsReady() && !spared && !over.IsCancellationRequested)
                node.Kill();
        }
    }

    /// A node is held up in the middle of a crowd: SIGSTOP, and much later SIGCONT. A lone node stands still less often.
    public async Task Hold(CancellationToken over)
    {
        var whom = new Random(seed + 2);
        while (!over.IsCancellationRequested)
        {
            await Wait(whom.Next(2000, 5000) * (world.Nodes.Count == 1 ? 4 : 1), over);
            var node = world.Nodes[whom.Next(world.Nodes.Count)];
            if (spared || over.IsCancellationRequested || !await node.IsReady())
                continue;
            var crowd = await HeldInACrowd(node);
            await Task.Delay(HeldUp, CancellationToken.None);
            node.GoOn();
            Held++;
            await crowd;
        }
    }

    /// What it has asked the database to claim is its own when it goes on, and was not sent before.
    private async Task<Task> HeldInACrowd(Node node)
    {
        await using var stalled = world.Database is null ? null : await StalledWrites.Begin(world.ConnectionString);
        var received = world.ReplyIo.State.Received;
        var crowd = visitors.Crowd(node, CrowdSize);
        await (stalled?.Line(world.Nodes.Count) ?? SomeCall(received));
        node.StandStill();
        return crowd;
    }

    /// The first of the crowd is being sent, and the others are about to be.
    private async Task SomeCall(long received)
    {
        var since = Stopwatch.StartNew();
        while (world.ReplyIo.State.Received == received && since.Elapsed < NodeSettings.AttemptTimeout)
            await Task.Yield();
    }

    /// All nodes are up, and none is killed or held up meanwhile.
    public async Task Spared(Func<Task> act)
    {
        spared = true;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await world.IsUp(patience.Token);
        await act();
        spared = false;
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

    /// Past the end of the automatic tries, while leads are being tried.
    private async Task JumpByDays(TimeSpan lasting)
    {
        world.ReplyIo.State.Play(Scene.ServerError);
        await Task.Delay(lasting / 2);
        await Jump(world.SetClock, 80 * 3600, lasting / 2);
        world.ReplyIo.State.Play(Scene.Normal);
    }

    /// While creates take their time, or there would be little to take from each other.
    private async Task JumpOfOne(int seconds, TimeSpan lasting)
    {
        world.ReplyIo.State.Play(new ScenePlan(Scene.SlowCreate, Delay: NodeSettings.AttemptTimeout * 0.6));
        await Jump(world.SetOtherClock, seconds, lasting);
        world.ReplyIo.State.Play(Scene.Normal);
    }

    private static async Task Jump(Action<int> setClock, int seconds, TimeSpan lasting)
    {
        setClock(seconds);
        await Task.Delay(lasting);
        setClock(0);
    }

    private static async Task Wait(int milliseconds, CancellationToken over) =>
        await Task.Delay(milliseconds, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
