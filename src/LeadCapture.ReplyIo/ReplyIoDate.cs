namespace LeadCapture.ReplyIo;

/// <summary>A date of Reply.io. Some carry an offset, some do not: without one the time zone is unknown and must not be invented.</summary>
/// <param name="Text">As Reply.io wrote it.</param>
/// <param name="Local">Date and time as written; null where the text is no date.</param>
/// <param name="Offset">Offset to UTC; null where none was written.</param>
public readonly record struct ReplyIoDate(string Text, DateTime? Local, TimeSpan? Offset);
