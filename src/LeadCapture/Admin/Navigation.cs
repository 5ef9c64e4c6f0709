using LeadCapture.Settings;

namespace LeadCapture.Admin;

/// An entry of the navigation.
public sealed record Place(string Path, string Label, string Icon, Role Needs = Role.Viewer);

/// The places of the admin area, in the order of the navigation.
public static class Navigation
{
    public static IReadOnlyList<Place> Places { get; } =
    [
        new("/admin", "Dashboard", "dashboard"),
        new("/admin/leads", "Leads", "leads"),
        new("/admin/failures", "Failures", "failures"),
        new("/admin/runs", "Bulk actions", "runs"),
        new("/admin/settings", "Settings", "settings", Role.Admin),
        new("/admin/users", "Users", "users", Role.Admin),
        new("/admin/audit", "Audit log", "audit", Role.Admin),
    ];

    /// The dashboard is the parent of all, and current only by its own address.
    public static bool IsCurrent(this Place place, PathString path) => place.Path == "/admin"
        ? path == place.Path || path == "/admin/"
        : path.StartsWithSegments(place.Path);
}
