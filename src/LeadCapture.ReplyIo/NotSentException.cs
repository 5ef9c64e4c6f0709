namespace LeadCapture.ReplyIo;

/// <summary>The caller took a request back before anything of it was written.</summary>
internal sealed class NotSentException() : Exception("The request was taken back before it was written");
