using LeadCapture.Forms.Fields;

namespace LeadCapture.Catalogue;

/// What is known of Reply.io's custom fields, sequences and contact lists.
public sealed record CatalogueState(KnownContent Content, DateTime? ReadAt)
{
    public static readonly CatalogueState Empty = new(new(), null);

    public IReadOnlyList<KnownCustomField> Fields => Content.Fields;

    public IReadOnlyList<KnownSequence> Sequences => Content.Sequences;

    public IReadOnlyList<KnownList> Lists => Content.Lists;

    /// Null where the last look went well. What was known before is known all the same.
    public CatalogueProblem? Problem { get; init; }

    /// False: nobody can say what Reply.io has.
    public bool IsRead => ReadAt is not null;

    public KnownCustomField? Find(string title) => Fields.FirstOrDefault(field => field.Title.IsKey(title));

    public KnownSequence? FindSequence(int id) => Sequences.FirstOrDefault(sequence => sequence.Id == id);

    public KnownList? FindList(int id) => Lists.FirstOrDefault(list => list.Id == id);

    /// False also where nobody can say.
    public bool IsSequenceGone(int id) => Content.HasAllSequences && FindSequence(id) is null;

    /// Nobody can be enrolled in it. False also where nobody can say.
    public bool IsSequenceClosed(int id) => IsSequenceGone(id) || FindSequence(id) is { IsArchived: true };

    /// False also where nobody can say.
    public bool IsListGone(int id) => Content.HasAllLists && FindList(id) is null;

    public KnownCustomField? FindGone(string title) => Content.Gone.FirstOrDefault(field => field.Title.IsKey(title));
}

/// Why the last look brought nothing. Reason: in Reply.io's words, or ours about the way to it; "" where Gap says all.
public sealed record CatalogueProblem(CatalogueGap Gap, string Reason, DateTime At);

/// The numbers are stored.
public enum CatalogueGap
{
    /// No key yet.
    NoKey = 0,

    /// Sending is paused: nothing is asked.
    SendingPaused = 1,

    /// Leads need the calls that are left.
    LimitReached = 2,

    /// The key may not read custom fields.
    NotPermitted = 3,

    /// This Reply.io does not tell.
    NotOffered = 4,

    /// No answer, or none that can be read.
    NotRead = 5,
}
