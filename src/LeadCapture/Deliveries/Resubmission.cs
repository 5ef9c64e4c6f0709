using LeadCapture.Data;
using LeadCapture.Leads;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Deliveries;

/// A fresh start of a delivery, ordered by a person. For one who holds it, and saves.
public sealed class Resubmission(LeadDb db, RetrySchedule schedule, TimeProvider clock)
{
    /// What may be there already is looked up first, and not while Reply.io may still be at work with it.
    public async Task Order(Delivery delivery)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var last = delivery.UnresolvedSince is null
            ? null
            : await db.Attempts.Where(attempt => attempt.LeadId == delivery.LeadId).MaxAsync(attempt => attempt.EndedAt);
        var from = last + schedule.UnconfirmedWait;
        if (delivery.Step != DeliveryStep.Contact)
            delivery.BeginAgainIfCorrected(
                await db.Leads.Where(lead => lead.Id == delivery.LeadId).Select(lead => lead.AnswersVersion).SingleAsync());
        delivery.Resubmit(now, from > now ? from.Value : now);
    }
}
