using LeadCapture.Forms.Fields;

namespace LeadCapture.Catalogue;

/// What is known of Reply.io's custom fields and sequences.
public sealed record CatalogueState(KnownContent Content, DateTime? ReadAt)
{
    public IReadOnlyList<KnownCustomField> Fields => Content.Fields;

    public IReadOnlyList<KnownSequence> Sequences => Content.Sequences;

    /// Null where the last look went well. What was known before is known all the same.
    public CatalogueProblem? Problem { get; init; }

    /// False: nobody can say what Reply.io has.
    public bool IsRead => ReadAt is not null;

    public KnownCustomField? Find(string title) => Fields.FirstOrDefault(field => field.Title.IsKey(title));

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
