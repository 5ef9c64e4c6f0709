namespace LeadCapture.Alerts.Notices;

/// Who hears of a form's new leads by email or chat, and when. The address of the chat is in the SecretBox.
public sealed class LeadNotice
{
    public required int FormId { get; init; }

    /// With commas between them.
    public string Recipients { get; set; } = "";

    public bool HasChat { get; set; }
    public NoticeRhythm Rhythm { get; set; }

    /// Of the day, for a daily one.
    public int Hour { get; set; } = 8;

    /// By its IANA name.
    public string TimeZone { get; set; } = "UTC";

    /// Name, email address and answers stand in the message.
    public bool IncludesAnswers { get; set; }

    /// Leads that came in until then were told.
    public required DateTime ToldUntil { get; set; }

    /// Until then nobody is told again; while one tells, the end of its lease.
    public required DateTime NextAt { get; set; }

    public DateTime? LastSent { get; private set; }

    /// Why the last one did not arrive everywhere, in our words; null: it did.
    public string? LastError { get; private set; }

    public DateTime? LastErrorAt { get; private set; }

    public bool IsOn => Recipients != "" || HasChat;

    public static string ChatOf(int form) => $"Notice:{form}:Chat";

    /// Nothing of before is told.
    public static LeadNotice Of(int form, DateTime now) => new() { FormId = form, ToldUntil = now, NextAt = now };
}

/// The numbers are stored.
public enum NoticeRhythm
{
    AtOnce = 0,
    Hourly = 1,
    Daily = 2,
}
