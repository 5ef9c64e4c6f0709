using LeadCapture.Admin.Forms.Share;
using LeadCapture.Admin.Leads;
using LeadCapture.Booth;
using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Leads;
using LeadCapture.Submissions;
using LeadCapture.Web;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Admin.Devices.DeviceText;

namespace LeadCapture.Admin.Devices;

/// A lead that goes the way of all leads of an event, to see that it arrives.
public sealed class TestLeads(LeadDb db, FormCatalog forms, SubmissionService submissions)
{
    /// With an example for every answer that the form wants. False where its form is no longer published.
    public async Task<bool> Send(Event at, string email)
    {
        var slug = await db.Forms.Where(form => form.Id == at.FormId).Select(form => form.Slug).SingleAsync();
        if (await forms.Find(slug) is not { } form)
            return false;
        var sample = SampleAnswers.Of(form.Definition).ToSubmission();
        var lead = await submissions.TakeCaptured(
            form,
            sample with
            {
                Id = $"test.{Guid.NewGuid():N}",
                Properties = new Dictionary<string, string>(sample.Properties) { ["email"] = email },
            },
            new(Origin.Booth) { EventId = at.Id }, Receipt.New(), isLive: true);
        at.TestLeadId = lead.LeadId;
        return true;
    }

    public async Task<Check> CheckOf(Event at)
    {
        var delivery = at.TestLeadId is { } id
            ? await db.Deliveries.AsNoTracking().Include(one => one.Lead).SingleOrDefaultAsync(one => one.LeadId == id)
            : null;
        return new("test-lead", T["Test lead"], delivery?.State == DeliveryState.Delivered, delivery switch
        {
            null => T["Not sent yet. Send one below."],
            { State: DeliveryState.Delivered, DeliveredAt: { } arrived, Lead.ReceivedAt: var began } =>
                T["Reached Reply.io in {0:N1} s, {1}.", (arrived - began).TotalSeconds, arrived.Exact()],
            { State: DeliveryState.Waiting or DeliveryState.Unconfirmed } => T["On its way. Reload this page in a moment."],
            _ => T["It wasn’t delivered."],
        }, delivery is null ? null : new RouteLink(LeadRoutes.Lead, new { id = delivery.LeadId }), T["View lead"]);
    }
}
