namespace LeadCapture.Admin;

/// The user who asks, as of this request.
public sealed record Me(Guid Id, string Name, string Email, Role Role, Guid SignInId)
{
    /// As it is kept with what somebody has done: a user may be renamed.
    public string Who => $"{Name} <{Email}>";

    public bool Is(Role needed) => Role >= needed;

    public static Me? Of(HttpContext context) => context.Features.Get<Me>();
}
