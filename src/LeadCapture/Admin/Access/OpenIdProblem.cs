namespace LeadCapture.Admin.Access;

/// Why nobody came in by the provider.
public enum OpenIdProblem
{
    Wrong,
    Cancelled,
    Late,
    Down,
    NoRole,
    NoEmail,
    Taken,
    Disabled,
    NotSetUp,
    SomebodyElse,
    NotFresh,
}

/// What the person reads. Again: whether another try can help.
public sealed record OpenIdProblemPage(int Status, string Title, string Text, bool Again = false)
{
    /// Where another try begins.
    public string Start { get; init; } = "/admin/login/open-id";

    public static OpenIdProblemPage Of(OpenIdProblem problem, string provider) => problem switch
    {
        OpenIdProblem.Cancelled => new(403, "You did not sign in",
            $"It was cancelled at {provider}. Nothing has happened.", Again: true),
        OpenIdProblem.Late => new(400, "That took too long",
            "Or it was begun in another window. Start over, and stay in this one.", Again: true),
        OpenIdProblem.Down => new(503, "No answer from " + provider,
            "Try again in a few minutes. Whoever has a password here can sign in with it.", Again: true),
        OpenIdProblem.NoRole => new(403, "Your account has no role here",
            $"Ask an owner of LeadCapture to give one of your groups at {provider} a role."),
        OpenIdProblem.NoEmail => new(403, "Your email address is not confirmed",
            $"LeadCapture knows people by their email address. Confirm yours at {provider}, then sign in again."),
        OpenIdProblem.Taken => new(403, "Somebody has your email address here",
            "If that is you, sign in with your password. "
            + $"An admin can change your account on its page under Users, so that you come in by {provider}."),
        OpenIdProblem.Disabled => new(403, "Your account is disabled", "If you need it again, ask an admin of LeadCapture."),
        OpenIdProblem.NotSetUp => new(403, "LeadCapture is not set up yet",
            "Its first owner comes in by the link that stands in the log. After that, sign in again."),
        OpenIdProblem.SomebodyElse => new(403, "That is another account",
            $"At {provider}, somebody else is signed in. Sign in there with the account that you use here.", Again: true),
        OpenIdProblem.NotFresh => new(403, "That was not a fresh sign-in",
            $"{provider} did not say that you have just signed in (auth_time). Try again; if it stays so, tell an owner of "
            + "LeadCapture.",
            Again: true),
        _ => new(502, "The sign-in did not work",
            $"The answer of {provider} did not fit. Try again; if it stays so, tell an owner of LeadCapture: the log says why.",
            Again: true),
    };
}

public static class OpenIdProblems
{
    /// For the audit.
    public static string Words(this OpenIdProblem problem) => problem switch
    {
        OpenIdProblem.NoRole => "no group has a role",
        OpenIdProblem.NoEmail => "no confirmed email address",
        OpenIdProblem.Taken => "somebody has the email address already",
        OpenIdProblem.Disabled => "disabled",
        _ => "there is no owner yet",
    };
}
