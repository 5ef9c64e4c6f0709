namespace LeadCapture.Sandbox;

/// <summary>Puts contacts in sequences and on lists and takes them out, and counts how often each joined.</summary>
internal sealed class Enrollments(Account account, ContactBook book, OwnClock clock)
{
    public const string NoContact = "contactNotFound";
    private readonly Lock gate = new();
    private readonly OrderedDictionary<(int SequenceId, int ContactId), StoredEnrollment> accepted = [];

    public IReadOnlyList<StoredEnrollment> All
    {
        get
        {
            lock (gate)
                return [.. accepted.Values];
        }
    }

    /// <summary>Accepted calls.</summary>
    public long Count { get; private set; }

    /// <summary>Accepted calls of a contact that had joined the same sequence by a call before.</summary>
    public long Doubled { get; private set; }

    /// <returns>Reply.io's word for why not; null where the contact is in the sequence now.</returns>
    public string? Enroll(int contactId, SequencePlace sequence, int step, bool removeFromExisting)
    {
        lock (gate)
        {
            if (book.Find(contactId) is not { } contact)
                return NoContact;
            if (contact.IsOptedOut)
                return "contactOptedOut";
            if (!removeFromExisting && contact.IsIn(sequence.Id))
                return "contactAlreadyInSequence";

            var stay = new SequenceStay(sequence, clock.Now, step);
            contact = book.Change(contactId, known => (removeFromExisting ? known.WithoutSequences() : known).Joining(stay))!;
            Note(sequence.Id, contact, stay.Since);
            return null;
        }
    }

    /// <returns>Null where there is no such contact; false where it is not in the sequence.</returns>
    public bool? Unenroll(int contactId, int sequenceId)
    {
        lock (gate)
        {
            if (book.Find(contactId) is not { } contact)
                return null;

            book.Change(contactId, known => known.Leaving(sequenceId));
            return contact.IsIn(sequenceId);
        }
    }

    /// <returns>False where there is no such contact. Who is on the list already stays on it.</returns>
    public bool AddToList(int contactId, ListPlace list) => book.Change(contactId, known => known.On(list)) is not null;

    public bool RemoveSequence(int id)
    {
        if (!account.RemoveSequence(id))
            return false;
        foreach (var contact in book.Where(contact => contact.IsIn(id)))
            book.Change(contact.Id, known => known.Leaving(id));
        return true;
    }

    public bool RemoveList(int id)
    {
        if (!account.RemoveList(id))
            return false;
        foreach (var contact in book.Where(contact => contact.Listed.Any(list => list.Id == id)))
            book.Change(contact.Id, known => known with { Listed = [.. known.Listed.Where(list => list.Id != id)] });
        return true;
    }

    public int TimesOf(string email, int sequenceId) => All.Where(one => one.SequenceId == sequenceId &&
        email.Equals(one.Email, StringComparison.OrdinalIgnoreCase)).Sum(one => one.Times);

    public void Clear()
    {
        lock (gate)
        {
            accepted.Clear();
            (Count, Doubled) = (0, 0);
        }
    }

    private void Note(int sequenceId, Contact contact, DateTimeOffset since)
    {
        var times = accepted.TryGetValue((sequenceId, contact.Id), out var before) ? before.Times : 0;
        accepted[(sequenceId, contact.Id)] = new(sequenceId, contact.Id, contact["email"], times + 1, since);
        Count++;
        Doubled += times > 0 ? 1 : 0;
    }
}
