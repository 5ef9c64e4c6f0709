using LeadCapture.Data;
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
        delivery.Resubmit(now, from > now ? from.Value : now);
    }
}
