namespace LeadCapture.ReplyIo;

/// <summary>Skip is null for the first page: nothing is sent that a first page does not need.</summary>
internal sealed record ContactFilter(string SearchTerm, int? Skip);
