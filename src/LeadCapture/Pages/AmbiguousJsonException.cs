namespace LeadCapture.Pages;

/// A member stands in the body twice, and one of its values would be lost.
public sealed class AmbiguousJsonException(string name)
    : Exception($"The body has “{name}” twice. Send it once, so that no value is lost.");
