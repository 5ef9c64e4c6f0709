namespace LeadCapture.ReplyIo;

/// <summary>What Reply.io said to a key.</summary>
/// <param name="Accepted">Reply.io knows the key.</param>
/// <param name="Owner">Email address of the user whom the key belongs to, where the answer names one.</param>
/// <param name="Reason">Why it is not accepted, or not known, in a sentence; empty where it is accepted.</param>
public sealed record KeyCheck(bool Accepted, string? Owner, string Reason)
{
    /// <summary>Reply.io does not know the key; otherwise something else is wrong with the way.</summary>
    public bool IsRejected { get; init; }

    /// <summary>Whether it is accepted; nothing about the person.</summary>
    public override string ToString() => Accepted ? "Accepted" : "Not accepted";
}

/// <summary>The part of the answer to <c>whoami</c> that is read.</summary>
internal sealed record KeyOwner(string? Email);
