using LeadCapture.Forms.Fields;

namespace LeadCapture.Forms;

/// Part of a form that is filled in at one time.
public sealed record FormStep
{
    public string Title { get; init; } = "";

    /// Null: always.
    public Condition? ShowWhen { get; init; }

    public required IReadOnlyList<FormSection> Sections { get; init; }
}

/// Fields that belong together, under a heading or under none.
public sealed record FormSection
{
    public string Heading { get; init; } = "";

    /// Behind its heading until somebody opens it, or something in it is wrong.
    public bool Collapsed { get; init; }

    /// Null: always.
    public Condition? ShowWhen { get; init; }

    public required IReadOnlyList<Field> Fields { get; init; }
}
