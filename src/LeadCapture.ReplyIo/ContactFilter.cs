namespace LeadCapture.ReplyIo;

internal sealed record ContactFilter(string SearchTerm);
