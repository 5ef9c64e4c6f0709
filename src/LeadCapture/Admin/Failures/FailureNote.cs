namespace LeadCapture.Admin.Failures;

/// What a person knows about a fault, for those who meet it next. It stays when the group is empty: the fault may come back.
public sealed class FailureNote
{
    public const int Longest = 500;

    public int Id { get; init; }
    public required string FailureKey { get; init; }

    /// How the page called it then.
    public required string Fault { get; init; }
    public required DateTime At { get; init; }
    public Guid? UserId { get; init; }

    /// The name and address of then.
    public required string Who { get; init; }
    public required string Text { get; init; }
}
