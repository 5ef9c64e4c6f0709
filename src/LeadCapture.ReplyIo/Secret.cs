namespace LeadCapture.ReplyIo;

internal readonly record struct Secret(string Text)
{
    // A server may quote the key it refuses.
    public string Hide(string text) => Text.Length == 0 ? text : text.Replace(Text, "[key]", StringComparison.OrdinalIgnoreCase);

    public override string ToString() => "[key]";
}
