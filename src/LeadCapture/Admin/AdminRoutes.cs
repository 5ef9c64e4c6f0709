namespace LeadCapture.Admin;

/// The names of routes stand in one class for each folder: links and redirects go by them, and an address is written where its
/// action is.
public static class AdminRoutes
{
    /// Where the admin area begins.
    public const string Root = "/admin";

    public const string Dashboard = "dashboard";
    public const string Appearance = "appearance";
    public const string Palette = "palette";
}
