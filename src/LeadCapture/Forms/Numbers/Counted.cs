namespace LeadCapture.Forms.Numbers;

/// What is counted about the visitors of a form.
public enum Counted
{
    /// The form was shown.
    View = 0,

    /// Somebody began to fill it in.
    Start = 1,

    /// It was accepted.
    Send = 2,

    /// Somebody left it after this field.
    Stop = 3,

    /// From the first input to the last press of the button, up to so many seconds.
    Time = 4,
}
