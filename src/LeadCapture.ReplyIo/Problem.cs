namespace LeadCapture.ReplyIo;

/// <summary>What Reply.io finds wrong with one field.</summary>
/// <param name="Field">
/// JSON name of the field as it was sent: <c>firstName</c>, <c>customFields[0].value</c>; empty for the contact as a whole.
/// </param>
/// <param name="Detail">Reply.io's words.</param>
public sealed record Problem(string Field, string Detail);
