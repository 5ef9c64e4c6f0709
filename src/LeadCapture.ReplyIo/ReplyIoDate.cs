using System.Globalization;

namespace LeadCapture.ReplyIo;

/// <summary>A date of Reply.io. Some carry no offset: their time zone is unknown and must not be invented.</summary>
/// <param name="Text">As Reply.io wrote it.</param>
/// <param name="Local">Date and time as written; null where the text is no date.</param>
/// <param name="Offset">Offset to UTC; null where none was written.</param>
public readonly record struct ReplyIoDate(string Text, DateTime? Local, TimeSpan? Offset)
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd"];

    /// <summary>The moment that is meant; null where no offset was written, or where the text is no date.</summary>
    public DateTimeOffset? Moment
    {
        get
        {
            if (Local is not { } local || Offset is not { } offset)
                return null;
            var ticks = local.Ticks - offset.Ticks;
            return ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks ? null : new(ticks, TimeSpan.Zero);
        }
    }

    /// <summary>Reads <c>2024-03-08T10:00:00</c>, 0 to 7 fraction digits, with or without <c>Z</c> or <c>+02:00</c>.</summary>
    /// <returns>Always a date that keeps the text; its <see cref="Local"/> is null where the text cannot be read.</returns>
    public static ReplyIoDate Parse(string text)
    {
        var (local, offset) = Split(text);
        return DateTime.TryParseExact(local, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
            ? new(text, read, offset)
            : new(text, null, null);
    }

    private static (string Local, TimeSpan? Offset) Split(string text)
    {
        if (text.EndsWith('Z'))
            return (text[..^1], TimeSpan.Zero);
        if (text.Length < 17 || text[^6] is not ('+' or '-'))
            return (text, null);
        if (!TimeSpan.TryParseExact(text.AsSpan(^5..), @"hh\:mm", CultureInfo.InvariantCulture, out var offset))
            return (text, null);

        return (text[..^6], text[^6] == '-' ? -offset : offset);
    }
}
