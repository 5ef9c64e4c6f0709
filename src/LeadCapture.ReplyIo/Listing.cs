namespace LeadCapture.ReplyIo;

/// <summary>What came of asking for something that the account has. A call that failed is an answer too, not an exception.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
public sealed record Listing<T>
{
    /// <summary>Whether it was read, and if not why.</summary>
    public required ListingState State { get; init; }

    /// <summary>In the order of the answer; empty unless <see cref="State"/> is <see cref="ListingState.Read"/>.</summary>
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>False where the account has more than was read.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>One plain sentence for a person, at most 500 characters; never contains the key. Empty where it was read.</summary>
    public required string Reason { get; init; }

    /// <summary>HTTP status of the last call; null where none came.</summary>
    public int? Status { get; init; }

    /// <summary>429: nothing else may be asked before <see cref="RetryAfter"/>.</summary>
    public bool IsRateLimited { get; init; }

    /// <summary>How long Reply.io asks to wait before any further call; never negative, null where it does not ask.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>HTTP calls it took.</summary>
    public int Calls { get; init; } = 1;

    /// <summary>State, status and number; none of the names.</summary>
    public override string ToString() => $"{State} {Status}, {Items.Count}";
}

/// <summary>Whether a list was read.</summary>
public enum ListingState
{
    /// <summary>It was read; it may be empty.</summary>
    Read = 0,

    /// <summary>401 or 403: the key is wrong, or may not read this.</summary>
    NotPermitted = 1,

    /// <summary>404, 405 or 501, or 410 without a problem in the body: this Reply.io does not offer it.</summary>
    NotOffered = 2,

    /// <summary>Anything else: asked too often, no answer, an answer that cannot be read.</summary>
    NotRead = 3,
}

/// <summary>A custom field of the account.</summary>
/// <param name="Title">Its name: what <see cref="CustomField.Key"/> says. At most 90 characters.</param>
/// <param name="Type">What it takes; null where the answer does not say.</param>
public sealed record AccountField(string Title, ExtensibleEnum<AccountFieldType>? Type);

/// <summary>What a custom field takes. Values are sent as text all the same.</summary>
public enum AccountFieldType
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,
}

/// <summary>A sequence of the account.</summary>
/// <param name="Id">Reply.io's own id of the sequence: positive, 32 bit.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">As Reply.io writes it, such as <c>Active</c>; null where the answer does not say.</param>
/// <param name="IsArchived">Put away in Reply.io; false where the answer does not say.</param>
public sealed record AccountSequence(int Id, string Name, string? Status, bool IsArchived)
{
    /// <summary>Its steps in their order; empty where the answer does not give them, as a list of sequences does not.</summary>
    public IReadOnlyList<SequenceStep> Steps { get; init; } = [];
}

/// <summary>A step of a sequence.</summary>
/// <param name="Id">Reply.io's own id of the step: positive, 32 bit.</param>
/// <param name="Number">As Reply.io counts it, such as <c>2</c> or <c>2a</c>; null where the answer does not say.</param>
/// <param name="Type">As Reply.io writes it, such as <c>Email</c>; null where the answer does not say.</param>
public sealed record SequenceStep(int Id, string? Number, string? Type);

/// <summary>A contact list of the account.</summary>
/// <param name="Id">Reply.io's own id of the list: positive, 32 bit.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsShared">Shared with the team; false where the answer does not say.</param>
public sealed record AccountList(int Id, string Name, bool IsShared);
