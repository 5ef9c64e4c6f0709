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
            $"Sign-in was canceled or denied at {provider}.", Again: true),
        OpenIdProblem.Late => new(400, "That took too long",
            "Sign-in took too long or was started in another window. Try again in this window.", Again: true),
        OpenIdProblem.Down => new(503, $"{provider} is not responding",
            "Try again in a few minutes. If you have a LeadCapture password, you can sign in with it.", Again: true),
        OpenIdProblem.NoRole => new(403, "Your account has no access to LeadCapture",
            $"Ask a LeadCapture owner to assign a role to one of your {provider} groups."),
        OpenIdProblem.NoEmail => new(403, "No verified email address",
            "LeadCapture identifies users by email address. "
            + $"Add or verify yours at {provider}, then sign in again."),
        OpenIdProblem.Taken => new(403, "This email address already has an account",
            "If it is yours, sign in with your password or invitation link. "
            + $"An admin can switch the account to {provider} under Users."),
        OpenIdProblem.Disabled => new(403, "Your account is disabled", "If you need it again, ask a LeadCapture admin."),
        OpenIdProblem.NotSetUp => new(403, "LeadCapture is not set up yet",
            "The first owner must open the setup link in the log. Then sign in again."),
        OpenIdProblem.SomebodyElse => new(403, "That is another account",
            $"Another user is signed in at {provider}. Sign in there with the account that you use here.", Again: true),
        OpenIdProblem.NotFresh => new(403, "That was not a fresh sign-in",
            $"{provider} did not confirm that you have just signed in (auth_time). Try again. "
            + "If it keeps failing, tell a LeadCapture owner.",
            Again: true),
        _ => new(502, "Sign-in failed",
            $"{provider} sent an unexpected response. Try again. "
            + "If it keeps failing, tell a LeadCapture owner; the log shows why.",
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
