using LeadCapture.Settings;
using Microsoft.AspNetCore.Mvc;

namespace LeadCapture.Admin.Settings;

/// What the settings show: a page for each section that takes nothing, or whose posts have a controller of their own.
[Needs(Role.Admin)]
public sealed class SettingsController(SettingsPages pages) : AdminController
{
    [HttpGet("/admin/settings", Name = SettingsRoutes.Settings)]
    public async Task<IActionResult> Show() => View("Connection", await pages.Connection());

    [HttpGet("/admin/settings/server", Name = SettingsRoutes.Server)]
    public async Task<IActionResult> ShowServer() => View("Server", await pages.Server());
}
