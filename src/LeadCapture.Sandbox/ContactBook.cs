namespace LeadCapture.Sandbox;

/// <summary>The contacts of the sandbox.</summary>
internal sealed class ContactBook(SandboxOptions options)
{
    private const int FirstId = 1001;
    private const int FirstSourceListId = 20;
    private readonly Lock gate = new();
    private readonly List<Contact> contacts = [];
    private readonly Dictionary<string, int> lastIdOf = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> createsOf = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> people = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> sourceLists = [];
    private readonly List<string> customFields = ["leadSource", "budget"];

    public long Created { get; private set; }

    public long Doubled { get; private set; }

    public int Distinct => Locked(() => people.Count);

    public IReadOnlyList<Contact> All => Locked(() => contacts.ToArray());

    public IReadOnlyList<string> CustomFields => Locked(() => customFields.ToArray());

    public int CreatesOf(string email) => Locked(() => createsOf.GetValueOrDefault(email));

    public string? CustomFieldTitle(int id) => Locked(() => customFields.ElementAtOrDefault(id - 1));

    public Contact? Find(int id) => Locked(() => contacts.ElementAtOrDefault(id - FirstId));

    public List<Contact> Where(Predicate<Contact> match) => Locked(() => contacts.FindAll(match));

    /// <returns>Null where a known email is refused.</returns>
    public Contact? Create(ContactInput input)
    {
        lock (gate)
        {
            var known = input["email"] is { } email && lastIdOf.TryGetValue(email, out var id) ? contacts[id - FirstId] : null;
            Doubled += known is null ? 0 : 1;
            if (known is not null && options.Duplicates == Duplicates.Refuse)
                return null;

            var now = options.Clock.GetUtcNow();
            var before = known is null || options.Duplicates == Duplicates.CreateAgain
                ? Contact.New(FirstId + contacts.Count, now)
                : known;
            return Count(Put(before with { CreatedTimes = before.CreatedTimes + 1 }, input, now));
        }
    }

    public Contact? Change(int id, ContactInput input)
    {
        lock (gate)
        {
            return contacts.ElementAtOrDefault(id - FirstId) is { } known
                ? Put(known, input, options.Clock.GetUtcNow())
                : null;
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            contacts.Clear();
            lastIdOf.Clear();
            createsOf.Clear();
            people.Clear();
            sourceLists.Clear();
            (Created, Doubled) = (0, 0);
        }
    }

    private Contact Put(Contact before, ContactInput input, DateTimeOffset now)
    {
        var contact = before.With(input, now);
        contact = contact with { SourceListId = SourceListId(contact.Source) };
        customFields.AddRange(contact.CustomFields.Keys.Except(customFields));

        if (contact.Id - FirstId == contacts.Count)
            contacts.Add(contact);
        else
            contacts[contact.Id - FirstId] = contact;

        if (contact["email"] is { } email)
            lastIdOf[email] = contact.Id;
        return contact;
    }

    private Contact Count(Contact contact)
    {
        Created++;
        if (contact["email"] is { } email)
            createsOf[email] = createsOf.GetValueOrDefault(email) + 1;
        people.Add(contact["email"] ?? contact["linkedInUrl"] ?? "");
        return contact;
    }

    private int SourceListId(string? source)
    {
        if (source is null)
            return 0;

        sourceLists.TryAdd(source, FirstSourceListId + sourceLists.Count);
        return sourceLists[source];
    }

    private T Locked<T>(Func<T> read)
    {
        lock (gate)
            return read();
    }
}
