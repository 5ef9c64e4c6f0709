using LeadCapture.Admin.Access;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Mvc;

namespace LeadCapture.Admin;

/// Takes how the admin area is to look in this browser, and goes on where it was chosen.
[Needs(Role.Viewer)]
public sealed class AppearanceController : AdminController
{
    [HttpPost("/admin/appearance", Name = AdminRoutes.Appearance)]
    public IActionResult Choose(string theme = "", string density = "", string to = "")
    {
        Appearance.Of((theme, density)).Keep(HttpContext);
        return SignInService.Onward(HttpContext, to);
    }
}
