using LeadCapture.Admin.Audit;
using LeadCapture.Admin.Devices;
using LeadCapture.Admin.Failures;
using LeadCapture.Admin.Forms;
using LeadCapture.Admin.Leads;
using LeadCapture.Admin.Runs;
using LeadCapture.Admin.Settings;
using LeadCapture.Admin.Users;
using LeadCapture.Localization;
using LeadCapture.Settings;

namespace LeadCapture.Admin;

/// An entry of the navigation. Its label is one of the texts of AdminText.
public sealed record NavItem(string Route, string Label, string Icon, Role Needs = Role.Viewer);

/// The places of the admin area, in the order of the navigation.
public static class Navigation
{
    public static IReadOnlyList<NavItem> Items { get; } =
    [
        new(AdminRoutes.Dashboard, Texts.Key("Dashboard"), "dashboard"),
        new(LeadRoutes.List, Texts.Key("Leads"), "leads"),
        new(FailureRoutes.List, Texts.Key("Failures"), "failures"),
        new(FormRoutes.List, Texts.Key("Forms"), "forms"),
        new(DeviceRoutes.List, Texts.Key("Devices"), "devices"),
        new(RunRoutes.List, Texts.Key("Bulk actions"), "runs"),
        new(SettingsRoutes.Settings, Texts.Key("Settings"), "settings", Role.Admin),
        new(UserRoutes.List, Texts.Key("Users"), "users", Role.Admin),
        new(AuditRoutes.List, Texts.Key("Audit log"), "audit", Role.Admin),
    ];

    /// Whether somebody is at this address of an entry, or below it. The dashboard is the parent of all, and current only by its own.
    public static bool IsCurrent(this NavItem item, PathString address, PathString here) =>
        here.StartsWithSegments(address, out var below) && (item.Route != AdminRoutes.Dashboard || below.Value is "" or "/");
}
