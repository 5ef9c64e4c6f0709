namespace LeadCapture.Sandbox;

/// <summary>A contact as it stands; a change makes a new one, so that it can be written without a lock.</summary>
internal sealed record Contact
{
    public required int Id { get; init; }

    public required DateTimeOffset Added { get; init; }

    public required DateTimeOffset Modified { get; init; }

    public required IReadOnlyDictionary<string, string> Texts { get; init; }

    public int? AccountId { get; init; }

    public required IReadOnlyDictionary<string, string> CustomFields { get; init; }

    public int CreatedTimes { get; init; }

    /// <summary>The list that its lead source puts it on.</summary>
    public ListPlace? SourceList { get; init; }

    public bool IsOptedOut { get; init; }

    /// <summary>Where calls put it, besides the rules of <see cref="Membership"/>.</summary>
    public IReadOnlyList<SequenceStay> Enrolled { get; init; } = [];

    public IReadOnlyList<ListPlace> Listed { get; init; } = [];

    /// <summary>Sequences that no rule puts it in again.</summary>
    public IReadOnlyList<int> Left { get; init; } = [];

    public string? this[string name] => Texts.GetValueOrDefault(name);

    public string? Source => CustomFields.GetValueOrDefault("leadSource");

    public static Contact New(int id, DateTimeOffset now) => new()
    {
        Id = id,
        Added = now,
        Modified = now,
        Texts = new Dictionary<string, string>(),
        CustomFields = new OrderedDictionary<string, string>(),
    };

    public Contact With(ContactInput input, DateTimeOffset now) => this with
    {
        Modified = now,
        Texts = Merge(new Dictionary<string, string>(Texts), input.Texts),
        AccountId = input.HasAccountId ? input.AccountId : AccountId,
        CustomFields = Merge(new OrderedDictionary<string, string>(CustomFields), input.CustomFields),
    };

    /// <summary>Null takes the custom field away.</summary>
    public Contact WithRenamed(string customField, string? to)
    {
        var renamed = new OrderedDictionary<string, string>();
        foreach (var (name, value) in CustomFields)
        {
            if (!name.Equals(customField, StringComparison.OrdinalIgnoreCase))
                renamed[name] = value;
            else if (to is not null)
                renamed[to] = value;
        }

        return this with { CustomFields = renamed };
    }

    public bool IsIn(int sequenceId) => Membership.SequencesOf(this).Any(stay => stay.Sequence.Id == sequenceId);

    public Contact Joining(SequenceStay stay)
    {
        var known = Leaving(stay.Sequence.Id);
        return known with { Enrolled = [.. known.Enrolled, stay] };
    }

    public Contact Leaving(int sequenceId) => this with
    {
        Enrolled = [.. Enrolled.Where(stay => stay.Sequence.Id != sequenceId)],
        Left = Left.Contains(sequenceId) ? Left : [.. Left, sequenceId],
    };

    public Contact WithoutSequences() =>
        Membership.SequencesOf(this).Aggregate(this, (contact, stay) => contact.Leaving(stay.Sequence.Id));

    public Contact On(ListPlace list) => this with { Listed = [.. Listed.Append(list).Distinct()] };

    /// <summary>As an answer that does not say whose it is.</summary>
    public Contact Anonymous() => this with
    {
        Texts = Texts.Where(text => text.Key is not ("email" or "linkedInUrl")).ToDictionary(),
    };

    public bool Mentions(string term) =>
        SearchedFields.Any(name => this[name]?.Contains(term, StringComparison.OrdinalIgnoreCase) == true);

    private static readonly string[] SearchedFields = ["email", "firstName", "lastName", "company", "linkedInUrl"];

    private static T Merge<T>(T values, IEnumerable<KeyValuePair<string, string?>> changes)
        where T : IDictionary<string, string>
    {
        foreach (var (name, value) in changes)
        {
            if (value is null)
                values.Remove(name);
            else
                values[name] = value;
        }

        return values;
    }
}
