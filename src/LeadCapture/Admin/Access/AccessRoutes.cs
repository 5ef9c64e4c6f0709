namespace LeadCapture.Admin.Access;

/// The names of the routes by which users come in and go out.
public static class AccessRoutes
{
    public const string SignIn = "sign-in";
    public const string Code = "sign-in/code";
    public const string Passkey = "sign-in/passkey";
    public const string SignOut = "sign-out";
    public const string OpenId = "open-id";
    public const string OpenIdEnter = "open-id/enter";
    public const string OpenIdProblem = "open-id/problem";
    public const string Confirm = "confirm";
    public const string ConfirmPasskeyOptions = "confirm/passkey-options";
    public const string ConfirmOpenId = "confirm/open-id";
    public const string ConfirmOpenIdDone = "confirm/open-id/done";
}
