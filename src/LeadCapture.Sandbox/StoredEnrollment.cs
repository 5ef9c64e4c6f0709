namespace LeadCapture.Sandbox;

/// <summary>A contact that was enrolled in a sequence by a call, not by a rule of the sandbox.</summary>
/// <param name="SequenceId">The sequence.</param>
/// <param name="ContactId">The contact.</param>
/// <param name="Email">Of the contact, when it joined last.</param>
/// <param name="Times">How often such a call was accepted: more than once is a double.</param>
/// <param name="Since">When it joined last.</param>
public sealed record StoredEnrollment(int SequenceId, int ContactId, string? Email, int Times, DateTimeOffset Since);
