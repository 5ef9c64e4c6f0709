using LeadCapture.Settings;
using Microsoft.AspNetCore.Mvc;

namespace LeadCapture.Admin.Failures;

/// What is wrong with the leads that need a person, the same fault once.
[Needs(Role.Viewer)]
public sealed class FailuresController(FailedGroups groups) : AdminController
{
    [HttpGet("/admin/failures", Name = FailureRoutes.List)]
    public async Task<IActionResult> Index(CancellationToken aborted) => View("Index", await groups.All(aborted));
}
