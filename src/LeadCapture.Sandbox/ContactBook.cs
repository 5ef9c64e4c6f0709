namespace LeadCapture.Sandbox;

/// <summary>The contacts of the sandbox.</summary>
internal sealed class ContactBook(Duplicates duplicates, OwnClock clock, Account account)
{
    private const int FirstId = 1001;
    private readonly Lock gate = new();
    private readonly List<Contact> contacts = [];
    private readonly Dictionary<string, int> lastIdOf = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> createsOf = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> people = new(StringComparer.OrdinalIgnoreCase);
    private readonly CustomFieldList customFields = new();

    public Duplicates Duplicates { get; set; } = duplicates;

    public long Created { get; private set; }

    public long Doubled { get; private set; }

    public int Distinct => Locked(() => people.Count);

    public IReadOnlyList<Contact> All => Locked(() => contacts.ToArray());

    public IReadOnlyList<CustomFieldPlace> CustomFields => Locked(() => customFields.All);

    public int CreatesOf(string email) => Locked(() => createsOf.GetValueOrDefault(email));

    public string? CustomFieldTitle(int id) => Locked(() => customFields.Title(id));

    public Contact? Find(int id) => Locked(() => contacts.ElementAtOrDefault(id - FirstId));

    public List<Contact> Where(Predicate<Contact> match) => Locked(() => contacts.FindAll(match));

    /// <returns>The contact, and the status of the answer; null where a known email is refused.</returns>
    public (Contact Contact, int Status)? Create(ContactInput input)
    {
        lock (gate)
        {
            var known = input["email"] is { } email && lastIdOf.TryGetValue(email, out var id) ? contacts[id - FirstId] : null;
            Doubled += known is not null && createsOf.ContainsKey(input["email"]!) ? 1 : 0;
            if (known is not null && Duplicates == Duplicates.Refuse)
                return null;

            var now = clock.Now;
            var before = known is null || Duplicates == Duplicates.CreateAgain
                ? Contact.New(FirstId + contacts.Count, now)
                : known;
            var contact = Count(Put(before with { CreatedTimes = before.CreatedTimes + 1 }, input, now));
            return (contact, known is not null && Duplicates == Duplicates.UpdateWith200 ? 200 : 201);
        }
    }

    /// <summary>Somebody who was there before: no create of ours.</summary>
    public Contact Know(ContactInput input, DateTimeOffset added) =>
        Locked(() => Put(Contact.New(FirstId + contacts.Count, added), input, added));

    public Contact? Change(int id, ContactInput input)
    {
        lock (gate)
        {
            return contacts.ElementAtOrDefault(id - FirstId) is { } known
                ? Put(known, input, clock.Now)
                : null;
        }
    }

    /// <returns>The contact as it is now; null where there is none.</returns>
    public Contact? Change(int id, Func<Contact, Contact> change)
    {
        lock (gate)
        {
            return contacts.ElementAtOrDefault(id - FirstId) is { } known ? contacts[id - FirstId] = change(known) : null;
        }
    }

    public void AddCustomField(string title, bool isNumber)
    {
        lock (gate)
            customFields.Add(title, isNumber);
    }

    /// <summary>Null removes it. Contacts keep their values under the new name, and lose them with the field.</summary>
    /// <returns>False where there is no such field, or one with the new name already.</returns>
    public bool RenameCustomField(string title, string? to)
    {
        lock (gate)
        {
            if (!customFields.Rename(title, to))
                return false;
            for (var place = 0; place < contacts.Count; place++)
                contacts[place] = contacts[place].WithRenamed(title, to);
            return true;
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            customFields.Clear();
            contacts.Clear();
            lastIdOf.Clear();
            createsOf.Clear();
            people.Clear();
            (Created, Doubled) = (0, 0);
        }
    }

    private Contact Put(Contact before, ContactInput input, DateTimeOffset now)
    {
        // What was renamed or removed is unknown, and dropped without a word, as at Reply.io.
        input.CustomFields.RemoveAll(field => customFields.IsGone(field.Key));
        var contact = before.With(input, now);
        contact = contact with { SourceList = contact.Source is { } source ? account.ListCalled($"Source: {source}") : null };
        foreach (var title in contact.CustomFields.Keys)
            customFields.Add(title, isNumber: false);

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

    private T Locked<T>(Func<T> read)
    {
        lock (gate)
            return read();
    }
}
