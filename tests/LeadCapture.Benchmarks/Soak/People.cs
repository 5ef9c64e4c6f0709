using System.Collections.Concurrent;
using LeadCapture.Sandbox;

namespace LeadCapture.Benchmarks.Soak;

/// Who comes: strangers, and people whom Reply.io knew before.
public sealed class People(SandboxState replyIo, int seed, bool withKnown)
{
    private const int KnownOfHundred = 20;
    private static readonly Scene[] Troubles =
        [Scene.CutBefore, Scene.CutBefore, Scene.ServerError, Scene.CutAfter, Scene.SlowCreate];

    private readonly ConcurrentBag<Visit> visits = [];
    private volatile bool onlyKnown;
    private int number;

    public IReadOnlyCollection<Visit> Visits => visits;

    /// While only known people come, creates of theirs go wrong.
    public bool OnlyKnown
    {
        get => onlyKnown;
        set => onlyKnown = value;
    }

    public Visit Next(Random random)
    {
        var who = Interlocked.Increment(ref number);
        var email = $"visitor-{seed}-{who}@soak.example";
        if (withKnown && (OnlyKnown || random.Next(100) < KnownOfHundred))
            Know(email, random);
        return Noted(who, email, "", random);
    }

    /// Went back, changed the address and sent the same page again.
    public Visit Corrected(Visit visit, Random random) =>
        Noted(visit.Number, "corrected-" + visit.Email, "-corrected", random, visit.SubmissionId);

    /// The same person with another form, which is another lead; null where nobody is to be known.
    public Visit? Again(Visit visit, Random random) =>
        withKnown ? Noted(visit.Number, visit.Email, "-again", random) : null;

    /// What Reply.io has of them holds nothing that they are about to send.
    private void Know(string email, Random random)
    {
        replyIo.Know($$"""{"email":"{{email}}","firstName":"Known","phone":"+1-415-555-0123","notes":"Met at the fair"}""");
        if (OnlyKnown && random.Next(4) > 0)
            replyIo.Play(Trouble(email, random));
    }

    private static ScenePlan Trouble(string email, Random random)
    {
        var scene = Troubles[random.Next(Troubles.Length)];
        TimeSpan? delay = scene == Scene.SlowCreate ? ReplyIoFaults.Work(random) : null;
        return new(scene, Calls: 1, Delay: delay, Only: SceneReach.Creates, OnlyEmail: email);
    }

    private Visit Noted(int who, string email, string variant, Random random, string? submissionId = null)
    {
        var id = new byte[16];
        random.NextBytes(id);
        var visit = new Visit
        {
            Number = who,
            Email = email,
            Marker = $"mark-{seed}-{who}{variant}.",
            SubmissionId = submissionId ?? Convert.ToHexString(id),
        };
        visits.Add(visit);
        return visit;
    }
}
