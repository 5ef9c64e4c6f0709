namespace LeadCapture.Booth;

/// An occasion where tablets collect leads: a fair, a conference, an open day.
public sealed class Event
{
    public int Id { get; init; }
    public required string Name { get; set; }
    public required int FormId { get; set; }

    /// Forms that ask the same in other languages, one in each.
    public List<int> TranslationIds { get; set; } = [];

    /// In the days of the place.
    public DateOnly? StartsOn { get; set; }
    public DateOnly? EndsOn { get; set; }

    /// How many leads the team wants to bring home; null: it has set none.
    public int? Goal { get; set; }

    /// Takes the place of the form's own sequence for what its tablets capture; null: none does.
    public int? SequenceId { get; set; }

    public DateTime CreatedAt { get; init; }

    /// Tablets seal leads to it: see EventKey. The private half is among the secrets.
    public required string PublicKey { get; init; }

    /// When an owner last took the private half away as a file; null: never.
    public DateTime? KeyExportedAt { get; set; }

    /// The latest lead that was sent to see that leads of this event reach Reply.io.
    public Guid? TestLeadId { get; set; }

    /// Opens the staff menu of its tablets. Whoever is at the stand knows it; it guards no lead.
    public required string Pin { get; set; }
}
