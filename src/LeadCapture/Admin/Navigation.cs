using LeadCapture.Localization;
using LeadCapture.Settings;

namespace LeadCapture.Admin;

/// An entry of the navigation. Its label is one of the texts of AdminText.
public sealed record NavItem(string Path, string Label, string Icon, Role Needs = Role.Viewer);

/// The places of the admin area, in the order of the navigation.
public static class Navigation
{
    public static IReadOnlyList<NavItem> Items { get; } =
    [
        new("/admin", Texts.Key("Dashboard"), "dashboard"),
        new("/admin/leads", Texts.Key("Leads"), "leads"),
        new("/admin/failures", Texts.Key("Failures"), "failures"),
        new("/admin/forms", Texts.Key("Forms"), "forms"),
        new("/admin/runs", Texts.Key("Bulk actions"), "runs"),
        new("/admin/settings", Texts.Key("Settings"), "settings", Role.Admin),
        new("/admin/users", Texts.Key("Users"), "users", Role.Admin),
        new("/admin/audit", Texts.Key("Audit log"), "audit", Role.Admin),
    ];

    /// The dashboard is the parent of all, and current only by its own address.
    public static bool IsCurrent(this NavItem item, PathString path) => item.Path == "/admin"
        ? path == item.Path || path == "/admin/"
        : path.StartsWithSegments(item.Path);
}
