namespace LeadCapture.Sandbox;

/// <summary>What the sandbox knows and how it behaves. Safe to use from several threads.</summary>
public sealed class SandboxState
{
    private readonly RateLimit limit;
    private volatile string? key;

    internal SandboxState(SandboxOptions options)
    {
        Options = options;
        Book = new(options);
        Log = new(options.KeepCalls);
        limit = new(options.RequestsPerMinute, options.Clock);
        key = options.ApiKey;
    }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<ReceivedCall> Calls => Log.All;

    public IReadOnlyList<StoredContact> Contacts => [.. Book.All.Select(contact => new StoredContact(contact))];

    public IReadOnlyList<ScenePlan> Scenes => Plans.Active;

    /// <summary>Calls to the API, whatever came of them.</summary>
    public long Received => Log.Received;

    /// <summary>Creates that stored or updated a contact.</summary>
    public long Created => Book.Created;

    /// <summary>Different emails, or LinkedIn URLs where there was no email.</summary>
    public int Distinct => Book.Distinct;

    /// <summary>Creates of an email that was known already, also where they were refused for it.</summary>
    public long Doubled => Book.Doubled;

    /// <summary>Answers of 400 and above.</summary>
    public long Rejected => Log.Rejected;

    internal SandboxOptions Options { get; }

    internal ContactBook Book { get; }

    internal CallLog Log { get; }

    internal ScenePlans Plans { get; } = new();

    public int CreatesOf(string email) => Book.CreatesOf(email);

    public void Play(Scene scene, int? calls = null, TimeSpan? delay = null, TimeSpan? retryAfter = null) =>
        Play(new ScenePlan(scene, calls, delay, retryAfter));

    /// <summary>
    /// Scenes for one email come first, then the first that was played. One with a number of calls ends by itself and lets the
    /// next one play; one without ends when another is played for the same calls. Plain Normal ends all.
    /// </summary>
    public void Play(ScenePlan plan) => Plans.Play(plan);

    /// <summary>Null accepts any key that is not empty.</summary>
    public void AcceptKey(string? accepted) => key = string.IsNullOrEmpty(accepted) ? null : accepted;

    /// <summary>Forgets calls, contacts, scenes and the rate limit's window, and accepts the key it was started with.</summary>
    public void Reset()
    {
        Plans.Play(new(Scene.Normal));
        Book.Clear();
        Log.Clear();
        limit.Clear();
        key = Options.ApiKey;
    }

    internal bool Accepts(string? given) => !string.IsNullOrEmpty(given) && (key is not { } wanted || wanted == given);

    internal TimeSpan? Refuses() => limit.Refuses();
}
