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

    /// <summary>401 or 403: the key is at fault, not the contact.</summary>
    KeyRefused = 5,

    /// <summary>No connection: nothing was sent.</summary>
    NotReached = 6,

    /// <summary>Sent, but the answer did not come in time or the connection was cut.</summary>
    NoAnswer = 7,

    /// <summary>5xx.</summary>
    ServerError = 8,

    /// <summary>2xx that is no readable contact, or 3xx to a look-up, such as a page of HTML or a body that was cut.</summary>
    NotAContact = 9,

    /// <summary>Any other 4xx.</summary>
    Rejected = 10,

    /// <summary>2xx to a create, but about a contact with another email address or LinkedIn profile.</summary>
    AnotherContact = 11,

    /// <summary>A look-up whose answer has more pages than are read: nothing follows from it.</summary>
    TooManyPages = 12,

    /// <summary>The caller took the create back before anything of it was written.</summary>
    NotSent = 13,

    /// <summary>
    /// 404, 405, 407 or 410 to a create without a problem in the body, or a redirect: the way to Reply.io is at fault, not the contact.
    /// Also 407 to a look-up.
    /// </summary>
    ChannelFault = 14,
}
