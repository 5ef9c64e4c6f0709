namespace LeadCapture.Forms;

/// What follows once Reply.io has the contact: lists it joins, and the sequence that writes to it.
public sealed record AfterDelivery
{
    public static readonly AfterDelivery Nothing = new();

    /// Null: none.
    public int? SequenceId { get; init; }

    /// Where in the sequence it begins; null: with its first step.
    public int? StartStepId { get; init; }

    public IReadOnlyList<int> ListIds { get; init; } = [];

    /// From the contact to the sequence: so long a person can correct, change, or cancel it.
    public int DelayMinutes { get; init; }

    /// Enrolled only on weekdays from 9 to 17 o'clock, where the contact lives.
    public bool BusinessHours { get; init; }

    public OtherSequence InOtherSequence { get; init; }

    /// The first that holds takes the place of the sequence and the lists above.
    public IReadOnlyList<FollowUpRule> Rules { get; init; } = [];
}

/// Another sequence and other lists for some answers.
public sealed record FollowUpRule
{
    public required Condition When { get; init; }
    public int? SequenceId { get; init; }
    public int? StartStepId { get; init; }
    public IReadOnlyList<int> ListIds { get; init; } = [];

    public bool Holds(FormDefinition form, SubmittedAnswers answers) => Conditions.Hold(When, form, answers);
}

/// What happens to a contact that another sequence still writes to. The numbers are stored.
public enum OtherSequence
{
    /// It stays there, and is not enrolled.
    Skip = 0,

    /// It leaves the others.
    Move = 1,

    /// It is in both.
    Add = 2,
}

/// What a lead does with a contact that Reply.io has already. The numbers are stored.
public enum ExistingContact
{
    /// It is sent without a look: Reply.io decides.
    Create = 0,

    /// What the visitor gave is changed, and nothing else.
    Update = 1,

    /// Nothing is changed.
    Leave = 2,
}
