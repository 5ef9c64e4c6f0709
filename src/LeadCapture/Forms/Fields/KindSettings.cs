namespace LeadCapture.Forms.Fields;

/// The settings that the fields of a kind have, beside those that every field has.
[Flags]
public enum KindSettings
{
    None = 0,
    Placeholder = 1,
    Length = 2,
    Pattern = 4,

    /// Min and Max.
    Range = 8,
    Options = 16,
    SendsEach = 32,

    /// Max alone.
    Most = 64,
}
