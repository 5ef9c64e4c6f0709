namespace LeadCapture.Sandbox;

internal sealed record SequencePlace(int Id, string Name, long? EmailAccountId, SequenceState State = SequenceState.Active)
{
    public const int Steps = 3;

    public int StepId(int number) => Id * 10 + number;

    /// <returns>Null where it has no such step.</returns>
    public int? StepNumber(int stepId) => stepId - Id * 10 is >= 1 and <= Steps and var number ? number : null;
}

internal sealed record ListPlace(int Id, string Name, bool IsShared);

/// <summary>The sequences and the contact lists that the account has.</summary>
internal sealed class Account
{
    private const int FirstMadeListId = 20;
    private readonly Lock gate = new();
    private readonly List<SequencePlace> sequences = [];
    private readonly List<ListPlace> lists = [];
    private int madeLists;

    public Account() => Clear();

    public IReadOnlyList<SequencePlace> Sequences
    {
        get
        {
            lock (gate)
                return [.. sequences];
        }
    }

    public IReadOnlyList<ListPlace> Lists
    {
        get
        {
            lock (gate)
                return [.. lists];
        }
    }

    public SequencePlace? Sequence(int id) => Sequences.FirstOrDefault(place => place.Id == id);

    public ListPlace? List(int id) => Lists.FirstOrDefault(place => place.Id == id);

    public SequencePlace AddSequence(string name, SequenceState state)
    {
        lock (gate)
        {
            var place = new SequencePlace(sequences.Max(other => other.Id) + 100, name, 101, state);
            sequences.Add(place);
            return place;
        }
    }

    public bool Change(int sequenceId, SequenceState state)
    {
        lock (gate)
        {
            var place = sequences.FindIndex(sequence => sequence.Id == sequenceId);
            if (place >= 0)
                sequences[place] = sequences[place] with { State = state };
            return place >= 0;
        }
    }

    /// <returns>False for one that is not there, or that contacts join by a rule.</returns>
    public bool RemoveSequence(int id)
    {
        lock (gate)
            return !Membership.IsByRule(id) && sequences.RemoveAll(sequence => sequence.Id == id) > 0;
    }

    public ListPlace AddList(string name, bool isShared)
    {
        lock (gate)
        {
            var place = new ListPlace(FirstMadeListId + madeLists++, name, isShared);
            lists.Add(place);
            return place;
        }
    }

    public bool RemoveList(int id)
    {
        lock (gate)
            return lists.RemoveAll(list => list.Id == id) > 0;
    }

    /// <summary>The list of that name, made where it is missing.</summary>
    public ListPlace ListCalled(string name)
    {
        lock (gate)
            return lists.Find(list => list.Name == name) ?? AddList(name, isShared: true);
    }

    public void Clear()
    {
        lock (gate)
        {
            sequences.Clear();
            sequences.AddRange([
                Membership.Welcome,
                Membership.DecisionMakers,
                new(300, "Trade fair follow-up", 101),
                new(400, "Webinar invitation", 101, SequenceState.Paused),
                new(500, "Summer offer", 101, SequenceState.Archived),
            ]);
            lists.Clear();
            lists.AddRange([Membership.CallBack, new(11, "Trade fair", true), new(12, "Newsletter", false)]);
            madeLists = 0;
        }
    }
}
