namespace LeadCapture.Pages;

/// A member stands in the body twice, and one of its values would be lost.
public sealed class AmbiguousJsonException(string name) : Exception
{
    public string Name => name;
}
