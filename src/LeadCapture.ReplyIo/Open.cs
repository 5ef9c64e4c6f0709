namespace LeadCapture.ReplyIo;

/// <summary>An enum value of an API that may grow: the text as it came, and the known value where there is one (compared without case).</summary>
/// <typeparam name="T">The values known today.</typeparam>
/// <param name="Text">As Reply.io wrote it.</param>
/// <param name="Known">Null for a value that this version does not know.</param>
public readonly record struct Open<T>(string Text, T? Known) where T : struct, Enum;
