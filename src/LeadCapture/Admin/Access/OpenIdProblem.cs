using static LeadCapture.Admin.Access.AccessText;

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
    /// The route where another try begins.
    public string Start { get; init; } = AccessRoutes.OpenId;

    public static OpenIdProblemPage Of(OpenIdProblem problem, string provider) => problem switch
    {
        OpenIdProblem.Cancelled => new(403, T["You did not sign in"],
            T["Sign-in was canceled or denied at {0}.", provider], Again: true),
        OpenIdProblem.Late => new(400, T["That took too long"],
            T["Sign-in took too long or was started in another window. Try again in this window."], Again: true),
        OpenIdProblem.Down => new(503, T["{0} is not responding", provider],
            T["Try again in a few minutes. If you have a LeadCapture password, you can sign in with it."], Again: true),
        OpenIdProblem.NoRole => new(403, T["Your account has no access to LeadCapture"],
            T["Ask a LeadCapture owner to assign a role to one of your {0} groups.", provider]),
        OpenIdProblem.NoEmail => new(403, T["No verified email address"],
            T["LeadCapture identifies users by email address. Add or verify yours at {0}, then sign in again.", provider]),
        OpenIdProblem.Taken => new(403, T["This email address already has an account"],
            T["If it is yours, sign in with your password or invitation link."] + " "
            + T["An admin can switch the account to {0} under Users.", provider]),
        OpenIdProblem.Disabled => new(403, T["Your account is disabled"], T["If you need it again, ask a LeadCapture admin."]),
        OpenIdProblem.NotSetUp => new(403, T["LeadCapture is not set up yet"],
            T["The first owner must open the setup link in the log. Then sign in again."]),
        OpenIdProblem.SomebodyElse => new(403, T["That is another account"],
            T["Another user is signed in at {0}. Sign in there with the account that you use here.", provider], Again: true),
        OpenIdProblem.NotFresh => new(403, T["That was not a fresh sign-in"],
            T["{0} did not confirm that you have just signed in (auth_time). Try again.", provider] + " "
            + T["If it keeps failing, tell a LeadCapture owner."],
            Again: true),
        _ => new(502, T["Sign-in failed"],
            T["{0} sent an unexpected response. Try again.", provider] + " "
            + T["If it keeps failing, tell a LeadCapture owner; the log shows why."],
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
