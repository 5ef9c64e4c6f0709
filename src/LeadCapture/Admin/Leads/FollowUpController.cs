using LeadCapture.Settings;
using Microsoft.AspNetCore.Mvc;
using static LeadCapture.Admin.Leads.LeadText;

namespace LeadCapture.Admin.Leads;

/// What a person decides about the lists and the sequence that follow a contact.
[Needs(Role.Operator)]
public sealed class FollowUpController(Decisions decisions, LeadPages pages) : DecisionController(pages)
{
    private const string Here = "/admin/leads/{id:guid}/follow-up/";

    [HttpPost(Here + "now", Name = LeadRoutes.EnrollNow)]
    public async Task<IActionResult> EnrollNow(Guid id, int attempts, CancellationToken aborted) =>
        await After(id, await decisions.EnrollNow(id, attempts), T["Queued for enrollment."], aborted);

    [HttpPost(Here + "sequence", Name = LeadRoutes.ChangeSequence)]
    public async Task<IActionResult> ChangeSequence(Guid id, int attempts, int sequence, CancellationToken aborted) =>
        await After(id, await decisions.ChangeSequence(id, attempts, sequence), T["Sequence changed for this lead."], aborted);

    [HttpPost(Here + "enroll", Name = LeadRoutes.Enroll)]
    public async Task<IActionResult> Enroll(Guid id, int attempts, int sequence, CancellationToken aborted) =>
        await After(id, await decisions.Enroll(id, attempts, sequence), T["Queued for enrollment."], aborted);

    [HttpPost(Here + "cancel", Name = LeadRoutes.CancelFollowUp)]
    public async Task<IActionResult> Cancel(Guid id, int attempts, CancellationToken aborted) =>
        await After(id, await decisions.CancelFollowUp(id, attempts), T["Follow-up canceled. The contact stays in Reply.io."], aborted);

    [HttpPost(Here + "remove", Name = LeadRoutes.Unenroll)]
    public async Task<IActionResult> Unenroll(Guid id, int attempts, CancellationToken aborted) =>
        await After(id, await decisions.Unenroll(id, attempts), T["Queued for removal from the sequence."], aborted);
}
