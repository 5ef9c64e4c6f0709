using LeadCapture.Booth;
using LeadCapture.Data;
using LeadCapture.Shared;
using LeadCapture.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Pages;

/// What became of a lead, for the people at the stand: the contact and its sequences, also where the form shows visitors a summary alone.
[RouteValuesOnly]
public sealed class StaffViewController(DeviceDoor door, Confirmations confirmations, LeadDb db) : Controller
{
    /// Of leads of the tablet's own event. A part of a page, for the staff menu; 204 while Reply.io has no contact.
    [HttpGet(BoothRoutes.Root + "/leads/{receipt}")]
    public async Task<IActionResult> Show(string receipt, CancellationToken aborted)
    {
        SecurityHeaders.KeepPrivate(HttpContext);
        if (await door.Recognise(Request) is not { IsRevoked: false, EventId: var mine })
            return Unauthorized();
        if (!Leads.Receipt.Fits(receipt) || await confirmations.Find(receipt) is not { } found
            || !await db.Captures.AnyAsync(capture => capture.LeadId == found.Lead.Id && capture.EventId == mine, aborted))
            return NotFound();
        return found.Contact is { } contact
            ? PartialView("_Contact", ContactCard.Of(contact, found.Captured.Definition))
            : NoContent();
    }
}
