using LeadCapture.Admin.Users;

namespace LeadCapture.Admin.Access;

/// One browser in which a user is signed in. Without its row, the browser's cookie opens nothing.
public sealed class SignIn
{
    public required Guid Id { get; init; }
    public required Guid UserId { get; init; }
    public User? User { get; init; }

    /// The user's security stamp of then: a new one ends this sign-in.
    public required string Stamp { get; set; }

    public required DateTime SignedInAt { get; init; }
    public required DateTime SeenAt { get; set; }

    /// When the user last proved who they are: at the sign-in, or asked again. Null where only the provider could say it.
    public DateTime? ProvenAt { get; init; }

    /// Such as "Firefox on Windows".
    public required string Device { get; init; }

    public required string Address { get; set; }
}
