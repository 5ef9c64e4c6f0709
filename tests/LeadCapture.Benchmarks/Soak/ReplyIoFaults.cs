using System.Diagnostics;
using LeadCapture.Sandbox;

namespace LeadCapture.Benchmarks.Soak;

/// Reply.io fails, limits, is slow, answers nonsense, or has more behind it than it says.
public sealed class ReplyIoFaults(World world, People people, Random random)
{
    /// Later than the program's patience, and always before it may be sure that nothing has come of the create: a double that no
    /// program can avoid is not asked for.
    private static readonly TimeSpan ShortestWork = NodeSettings.AttemptTimeout + TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LongestWork =
        NodeSettings.AttemptTimeout + (NodeSettings.UnconfirmedWait * 2) - TimeSpan.FromSeconds(1);

    private static readonly Scene[] Mishaps =
        [Scene.CutBefore, Scene.CutAfter, Scene.CutShort, Scene.Html, Scene.ServerError, Scene.Slow, Scene.RateLimited];

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);

    public IEnumerable<Fault> All() =>
    [
        Play("server-error", Scene.ServerError), Play("unavailable", Scene.Unavailable), Play("cut-before", Scene.CutBefore),
        Play("cut-after", Scene.CutAfter), Play("cut-short", Scene.CutShort), Play("html", Scene.Html),
        Play("slow-answer", Scene.Slow), Play("rate-limit", Scene.RateLimited), Play("bad-key", Scene.BadKey),
        new("slow", lasting => Sprinkle(lasting, () => new(Scene.SlowCreate, Calls: 2, Delay: Work(random)))),
        new("others", lasting => Sprinkle(
            lasting, () => new(random.Next(2) == 0 ? Scene.OtherPerson : Scene.OtherPersonStored, Calls: 2))),
        After("lists", SceneReach.Lists), After("enrollments", SceneReach.Enrollments), After("updates", SceneReach.Updates),
        new("garbled", Garble),
        new(Selection.Known, OnlyKnownPeople),
    ];

    /// How long Reply.io takes for a create whose caller has given up.
    public static TimeSpan Work(Random random) => ShortestWork + ((LongestWork - ShortestWork) * random.NextDouble());

    private Fault Play(string name, Scene scene) => new(name, lasting => Play(new ScenePlan(scene), lasting));

    /// What follows a contact goes wrong, or what changes it, for some.
    private Fault After(string name, SceneReach reach) => new(name, lasting => Sprinkle(lasting, () =>
        new(Mishaps[random.Next(Mishaps.Length)], Calls: 1, Delay: NodeSettings.AttemptTimeout * 1.5, Only: reach)));

    private async Task Play(ScenePlan plan, TimeSpan lasting)
    {
        world.ReplyIo.State.Play(plan);
        await Task.Delay(lasting);
        world.ReplyIo.State.Play(Scene.Normal);
    }

    /// Some calls meet it, and others get through.
    private async Task Sprinkle(TimeSpan lasting, Func<ScenePlan> plan)
    {
        var since = Stopwatch.StartNew();
        while (since.Elapsed < lasting)
        {
            world.ReplyIo.State.Play(plan());
            await Task.Delay(Pace);
        }
        world.ReplyIo.State.Play(Scene.Normal);
    }

    /// What every answer says cannot be stored, or not even be read.
    private async Task Garble(TimeSpan lasting)
    {
        await Play(new(Scene.Normal, Garbled: Garbling.Nul), lasting / 3);
        await Play(new(Scene.Normal, Garbled: Garbling.HalfPair), lasting / 3);
        await Play(new(Scene.Html, Garbled: Garbling.Nul), lasting / 3);
    }

    /// Everybody who comes is known to Reply.io, and sends something new that it may not have got.
    private async Task OnlyKnownPeople(TimeSpan lasting)
    {
        var ways = new[] { Duplicates.Update, Duplicates.UpdateWith200, Duplicates.CreateAgain };
        world.ReplyIo.State.Duplicates = ways[random.Next(ways.Length)];
        people.OnlyKnown = true;
        await Task.Delay(lasting);
        people.OnlyKnown = false;
    }
}
