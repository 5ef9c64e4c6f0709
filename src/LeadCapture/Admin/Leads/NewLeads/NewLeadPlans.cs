using LeadCapture.Admin.Runs;
using LeadCapture.Data;
using LeadCapture.Deliveries;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Leads.NewLeads;

/// What a file would do, and how long that takes.
public sealed class NewLeadPlans(LeadDb db, RunPace pace)
{
    public async Task<ReviewPage> Of(NewLeadReview review, CancellationToken aborted)
    {
        var gate = await db.Gates.AsNoTracking().SingleAsync(aborted);
        return new(review, await pace.Now(gate), gate);
    }
}
