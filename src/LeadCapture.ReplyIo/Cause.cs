namespace LeadCapture.ReplyIo;

/// <summary>Why a call ended with its <see cref="Outcome"/>. The numbers may be stored: none is given to another meaning.</summary>
public enum Cause
{
    /// <summary>200 or 201 with a contact.</summary>
    Created = 0,

    /// <summary>A look-up answered at least one contact with this email address or LinkedIn profile.</summary>
    Found = 1,

    /// <summary>A look-up answered no such contact, on none of its pages.</summary>
    NotFound = 2,

    /// <summary>404, 405 or 501 to a look-up, or 410 without a problem in the body: this Reply.io has none.</summary>
    LookUpNotOffered = 3,

    /// <summary>429; see <see cref="ReplyIoResult.RetryAfter"/>.</summary>
    RateLimited = 4,

    /// <summary>
    /// 401, or 403 to anything but a call about lists and sequences: the key is at fault, not the contact.
    /// </summary>
    KeyRefused = 5,

    /// <summary>No connection: nothing was sent.</summary>
    NotReached = 6,

    /// <summary>Sent, but the answer did not come in time or the connection was cut.</summary>
    NoAnswer = 7,

    /// <summary>5xx.</summary>
    ServerError = 8,

    /// <summary>
    /// 2xx that is no readable contact, or that does not say what became of it on a list or in a sequence, such as a page of HTML or a
    /// body that was cut. Also 3xx to a look-up.
    /// </summary>
    NotAContact = 9,

    /// <summary>
    /// Any other 4xx; or 200, but the contact was not put on the list or in the sequence (<see cref="ReplyIoResult.Code"/> says why).
    /// </summary>
    Rejected = 10,

    /// <summary>
    /// 2xx to a create, but about a contact with another email address or LinkedIn profile; to an update, with another id.
    /// </summary>
    AnotherContact = 11,

    /// <summary>A look-up whose answer has more pages than are read: nothing follows from it.</summary>
    TooManyPages = 12,

    /// <summary>The caller took the create back before anything of it was written.</summary>
    NotSent = 13,

    /// <summary>
    /// 404, 405, 407 or 410 to a create or an update without a problem in the body, or a redirect: the way to Reply.io is at fault, not
    /// the contact. Also 407 to any other call, and a redirect to a call about lists and sequences.
    /// </summary>
    ChannelFault = 14,

    /// <summary>200 or 201 to an update, with the contact.</summary>
    Updated = 15,

    /// <summary>The contact is on the list; perhaps it was already.</summary>
    Listed = 16,

    /// <summary>The contact is in the sequence since this call.</summary>
    Enrolled = 17,

    /// <summary>The contact was in the sequence already; nothing changed.</summary>
    AlreadyEnrolled = 18,

    /// <summary>The contact is not in the sequence; perhaps it never was.</summary>
    Unenrolled = 19,
}
