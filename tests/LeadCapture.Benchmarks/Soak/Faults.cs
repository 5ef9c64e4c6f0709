namespace LeadCapture.Benchmarks.Soak;

/// What goes wrong and for how long, drawn from the seed. Everything once; then, while there is time, everything again.
public sealed class Faults(World world, People people, Visitors visitors, int seed)
{
    private static readonly TimeSpan LeastSpace = TimeSpan.FromSeconds(4);
    private readonly Random random = new(seed);
    private readonly NodeFaults nodes = new(world, visitors, seed);

    public IReadOnlyList<string> Complaints => nodes.Complaints;

    public void Complain(string complaint) => nodes.Complaints.Add(complaint);

    public List<string> Happened { get; } = [];

    public int Held => nodes.Held;

    public async Task Happen(TimeSpan time)
    {
        var faults = All().Where(fault => world.Selection.Has(fault.Name)).ToArray();
        if (faults.Length == 0)
        {
            await Task.Delay(time);
            return;
        }
        var rounds = Math.Max(1, (int)(time * 0.9 / (LeastSpace * faults.Length)));
        var space = time * 0.9 / (rounds * faults.Length);
        for (var round = 0; round < rounds; round++)
        {
            random.Shuffle(faults);
            foreach (var fault in faults)
                await InItsTime(fault, space);
        }
        world.ReplyIo.State.Play(Sandbox.Scene.Normal);
    }

    /// Nodes die and are held up all the while.
    public Task Meanwhile(CancellationToken over) =>
        Task.WhenAll(Meanwhile(Selection.Kill, nodes.Kill, over), Meanwhile(Selection.Stop, nodes.Hold, over));

    private Task Meanwhile(string name, Func<CancellationToken, Task> happen, CancellationToken over)
    {
        if (!world.Selection.Has(name))
            return Task.CompletedTask;
        Happened.Add(name + " all the while");
        return happen(over);
    }

    private IEnumerable<Fault> All() =>
    [
        .. new ReplyIoFaults(world, people, random).All(), .. nodes.All(),
        .. new StoreFaults(world, visitors, nodes, random).All(),
    ];

    private async Task InItsTime(Fault fault, TimeSpan space)
    {
        Happened.Add(fault.Name);
        var end = Environment.TickCount64 + (long)space.TotalMilliseconds;
        await fault.Happen(space * (0.3 + (0.3 * random.NextDouble())));
        await Task.Delay((int)Math.Max(0, end - Environment.TickCount64));
    }
}
