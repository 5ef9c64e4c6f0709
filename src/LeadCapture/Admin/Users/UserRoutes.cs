namespace LeadCapture.Admin.Users;

/// The names of the routes of users and their invitations.
public static class UserRoutes
{
    public const string List = "users";
    public const string New = "users/new";
    public const string User = "user";
    public const string Role = "user/role";
    public const string Disable = "user/disable";
    public const string Enable = "user/enable";
    public const string Link = "user/link";
    public const string OpenId = "user/open-id";
    public const string SignOut = "user/sign-out";
    public const string Welcome = "welcome";
}
