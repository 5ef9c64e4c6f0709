namespace LeadCapture.Sandbox;

/// <summary>The scenes that play now: those for one email first, then in the order they were played.</summary>
internal sealed class ScenePlans
{
    private readonly Lock gate = new();
    private readonly List<Playing> plans = [];

    public IReadOnlyList<ScenePlan> Active
    {
        get
        {
            lock (gate)
                return [.. plans.Select(playing => playing.Plan with { Calls = playing.Left })];
        }
    }

    public void Play(ScenePlan plan)
    {
        if (plan.Calls is < 1)
            throw new ArgumentOutOfRangeException(nameof(plan), plan.Calls, "A scene plays for at least one call.");

        lock (gate)
        {
            if (plan.IsPlain)
            {
                plans.Clear();
                return;
            }

            plans.RemoveAll(playing => plan.Supersedes(playing.Plan));
            var firstForAll = plans.FindIndex(playing => playing.Plan.OnlyEmail is null);
            var place = plan.OnlyEmail is null || firstForAll < 0 ? plans.Count : firstForAll;
            plans.Insert(place, new Playing(plan) { Left = plan.Calls });
        }
    }

    public ScenePlan For(Call call)
    {
        lock (gate)
        {
            var playing = plans.Find(playing => playing.Plan.Hits(call));
            if (playing?.Left is { } left && (playing.Left = left - 1) == 0)
                plans.Remove(playing);
            return playing?.Plan ?? ScenePlan.Normal;
        }
    }

    private sealed class Playing(ScenePlan plan)
    {
        public ScenePlan Plan { get; } = plan;

        public int? Left { get; set; }
    }
}
