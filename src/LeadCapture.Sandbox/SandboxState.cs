using System.Text.Json;

namespace LeadCapture.Sandbox;

/// <summary>What the sandbox knows and how it behaves. Safe to use from several threads.</summary>
public sealed class SandboxState
{
    private readonly RateLimit limit;
    private volatile string? key;
    private int atWork;

    internal SandboxState(SandboxOptions options)
    {
        Options = options;
        Clock = new(options.Clock, options.ClockOffset);
        Book = new(options.Duplicates, Clock, Account);
        Members = new(Account, Book, Clock);
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

    /// <summary>Late creates that are still to be done.</summary>
    public int AtWork => Volatile.Read(ref atWork);

    /// <summary>Creates that stored or updated a contact.</summary>
    public long Created => Book.Created;

    /// <summary>Different emails, or LinkedIn URLs where there was no email.</summary>
    public int Distinct => Book.Distinct;

    /// <summary>Creates of an email that another create has brought already, also where they were refused for it.</summary>
    public long Doubled => Book.Doubled;

    /// <summary>Answers of 400 and above.</summary>
    public long Rejected => Log.Rejected;

    /// <summary>What a create with a known email does from now on.</summary>
    public Duplicates Duplicates
    {
        get => Book.Duplicates;
        set => Book.Duplicates = value;
    }

    /// <summary>By how much the sandbox's own dates are wrong from now on.</summary>
    public TimeSpan ClockOffset
    {
        get => Clock.Offset;
        set => Clock.Offset = value;
    }

    internal SandboxOptions Options { get; }

    internal OwnClock Clock { get; }

    /// <summary>How often everything was forgotten: what is still to be done from before is not done any more.</summary>
    internal int Resets { get; private set; }

    internal Account Account { get; } = new();

    internal ContactBook Book { get; }

    internal Enrollments Members { get; }

    internal CallLog Log { get; }

    internal ScenePlans Plans { get; } = new();

    public int CreatesOf(string email) => Book.CreatesOf(email);

    /// <summary>Who was enrolled by a call, also who left again, in the order they joined first.</summary>
    public IReadOnlyList<StoredEnrollment> Enrollments => Members.All;

    /// <summary>Enrollments that were accepted.</summary>
    public long Enrolled => Members.Count;

    /// <summary>Enrollments that were accepted of a contact that a call had enrolled in the same sequence before.</summary>
    public long DoubledEnrollments => Members.Doubled;

    /// <summary>How often a call enrolled contacts with this email in this sequence.</summary>
    public int EnrolledTimes(string email, int sequenceId) => Members.TimesOf(email, sequenceId);

    /// <summary>Ids of the sequences that contacts with this email are in now, by rules and by calls.</summary>
    public IReadOnlyList<int> SequencesOf(string email) =>
        [.. Called(email).SelectMany(Membership.SequencesOf).Select(stay => stay.Sequence.Id).Distinct()];

    /// <summary>Ids of the lists that contacts with this email are on now, by rules and by calls.</summary>
    public IReadOnlyList<int> ListsOf(string email) => [.. Called(email).SelectMany(Membership.ListsOf).Select(list => list.Id).Distinct()];

    /// <summary>Whoever has this email does not want to be written to: nobody can enroll them any more.</summary>
    /// <returns>False where nobody has it.</returns>
    public bool OptOut(string email)
    {
        var called = Called(email);
        foreach (var contact in called)
            Book.Change(contact.Id, known => known with { IsOptedOut = true });
        return called.Count > 0;
    }

    /// <returns>The id of the new sequence.</returns>
    public int AddSequence(string name, SequenceState state = SequenceState.Active) => Account.AddSequence(name, state).Id;

    /// <returns>False where there is no such sequence.</returns>
    public bool ChangeSequence(int id, SequenceState state) => Account.Change(id, state);

    /// <summary>Whoever is in it is not any more.</summary>
    /// <returns>False where there is no such sequence, or contacts join it by a rule.</returns>
    public bool RemoveSequence(int id) => Members.RemoveSequence(id);

    /// <returns>The id of the new list.</returns>
    public int AddList(string name, bool isShared = false) => Account.AddList(name, isShared).Id;

    /// <returns>False where there is no such list.</returns>
    public bool RemoveList(int id) => Members.RemoveList(id);

    public void Play(Scene scene, int? calls = null, TimeSpan? delay = null, TimeSpan? retryAfter = null) =>
        Play(new ScenePlan(scene, calls, delay, retryAfter));

    /// <summary>
    /// Scenes for one email come first, then the first that was played. One with a number of calls ends by itself and lets the
    /// next one play; one without ends when another is played for the same calls. Plain Normal ends all.
    /// </summary>
    public void Play(ScenePlan plan) => Plans.Play(plan);

    /// <summary>A contact that was there before; not counted as a create.</summary>
    /// <param name="json">As a create of v4 gives it.</param>
    /// <param name="added">Its adding date; a year ago where nothing is said.</param>
    /// <exception cref="FormatException">It is no contact that Reply.io takes.</exception>
    public StoredContact Know(string json, DateTimeOffset? added = null)
    {
        using var document = JsonDocument.Parse(json);
        var input = new ContactReader(false, Book.CustomFieldTitle).Read(document.RootElement);
        return input.Errors.Count == 0
            ? new(Book.Know(input, added ?? Clock.Now.AddYears(-1)))
            : throw new FormatException($"{input.Errors[0].Pointer} {input.Errors[0].Detail}");
    }

    /// <summary>A custom field that contacts may have from now on.</summary>
    public void AddCustomField(string title, bool isNumber = false) => Book.AddCustomField(title, isNumber);

    /// <summary>Null removes it. Under its old name it is unknown from then on: dropped without an error.</summary>
    /// <returns>False where there is no such field, or one with the new name already.</returns>
    public bool RenameCustomField(string title, string? to) => Book.RenameCustomField(title, to);

    /// <summary>Null accepts any key that is not empty.</summary>
    public void AcceptKey(string? accepted) => key = string.IsNullOrEmpty(accepted) ? null : accepted;

    /// <summary>Forgets calls, contacts, scenes and the rate limit's window, and is again as it was started.</summary>
    public void Reset()
    {
        Resets++;
        Plans.Play(new(Scene.Normal));
        Account.Clear();
        Book.Clear();
        Members.Clear();
        Book.Duplicates = Options.Duplicates;
        Clock.Offset = Options.ClockOffset;
        Log.Clear();
        limit.Clear();
        key = Options.ApiKey;
    }

    private List<Contact> Called(string email) =>
        Book.Where(contact => email.Equals(contact["email"], StringComparison.OrdinalIgnoreCase));

    internal bool Accepts(string? given) => !string.IsNullOrEmpty(given) && (key is not { } wanted || wanted == given);

    internal void WorkBegins() => Interlocked.Increment(ref atWork);

    internal void WorkEnds() => Interlocked.Decrement(ref atWork);

    internal TimeSpan? Refuses() => limit.Refuses();
}
