namespace LeadCapture.Forms.Numbers;

/// What is counted about the visitors of a form.
public enum Counted
{
    /// The form was shown.
    View,

    /// Somebody began to fill it in.
    Start,

    /// It was accepted.
    Send,

    /// Somebody left it after this field.
    Stop,

    /// From the first input to the last press of the button, up to so many seconds.
    Time,
}
