namespace LeadCapture.Settings;

/// What a user may do; each role may do all that the lower ones may. The numbers are stored.
public enum Role
{
    /// Sees leads and what became of them.
    Viewer = 0,

    /// Corrects leads and sends them again.
    Operator = 1,

    /// Changes forms, settings and users.
    Admin = 2,

    /// As an admin, and decides about other owners. There is always one.
    Owner = 3,
}
