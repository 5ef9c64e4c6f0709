namespace LeadCapture.Forms;

/// Whether a form takes a new visitor.
public enum Admission
{
    Open,

    /// It opens later.
    NotYet,

    Closed,

    /// It has as many leads as it takes.
    Full,

    /// For visitors it does not exist.
    Archived,
}
