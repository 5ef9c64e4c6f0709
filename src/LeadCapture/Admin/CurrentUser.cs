using LeadCapture.Settings;

namespace LeadCapture.Admin;

/// The user who asks, as of this request.
public sealed record CurrentUser(Guid Id, string Name, string Email, Role Role, Guid SignInId)
{
    /// As it is kept with what somebody has done: a user may be renamed.
    public string Who => $"{Name} <{Email}>";

    /// When this user last proved who they are, in this browser.
    public DateTime? ProvenAt { get; init; }

    public bool Is(Role needed) => Role >= needed;

    /// Those who may settle who else comes in are the owner's business: an admin neither makes nor changes one.
    public bool MayDecideAbout(Role role) => Role == Role.Owner || Is(Role.Admin) && role < Role.Admin;

    public static CurrentUser? Of(HttpContext context) => context.Features.Get<CurrentUser>();
}
