namespace LeadCapture.ReplyIo;

/// <summary>The body of an update: the members of a contact that have a value, its custom fields by name.</summary>
internal sealed record ContactChanges(NewContact Contact);
