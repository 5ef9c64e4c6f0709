using LeadCapture.Admin.Runs;
using LeadCapture.Booth;
using LeadCapture.Catalogue;
using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Leads;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Leads;

/// Gathers what the page of a lead shows.
public sealed class LeadPages(LeadDb db, FormCatalog forms, LeadList list, ReplyIoCatalogue catalogue)
{
    private const int MostOthers = 20;

    /// Beside its neighbors in the list that somebody came from.
    public async Task<LeadPage?> Of(Guid id, LeadFilter filter, CancellationToken aborted) =>
        await Of(id, aborted) is { } page ? page with { Beside = await list.Beside(filter, id, aborted) } : null;

    public async Task<LeadPage?> Of(Guid id, CancellationToken aborted)
    {
        if (await db.Deliveries.AsNoTracking().Include(delivery => delivery.Lead)
            .SingleOrDefaultAsync(delivery => delivery.LeadId == id, aborted) is not { } delivery)
            return null;
        var lead = delivery.Lead!;
        var attempts = await db.Attempts.AsNoTracking().Where(attempt => attempt.LeadId == id)
            .OrderByDescending(attempt => attempt.Id).ToListAsync(aborted);
        var corrections = await db.Corrections.AsNoTracking().Where(correction => correction.LeadId == id)
            .OrderByDescending(correction => correction.Number).ToListAsync(aborted);
        return new(lead, delivery, await forms.Version(lead.FormId, lead.FormVersion), attempts, corrections)
        {
            Today = await forms.MappingOf(lead.FormId, lead.FormVersion),
            Known = delivery.HasContact ? await catalogue.Get() : CatalogueState.Empty,
            Booth = await Origin(id).FirstOrDefaultAsync(aborted),
            AlsoCaptured = lead.Email is { } email ? await Others(id, email).Take(MostOthers).ToListAsync(aborted) : [],
            Photo = await db.CardPhotos.Where(photo => photo.LeadId == id).Select(photo => new PhotoSize(photo.Width, photo.Height))
                .FirstOrDefaultAsync(aborted),
            Runs = await db.RunLeads.AsNoTracking().Where(member => member.LeadId == id).OrderByDescending(member => member.RunId)
                .Select(member => new RunOfLead(member.RunId, member.State)).ToListAsync(aborted),
        };
    }

    private IQueryable<BoothOrigin> Origin(Guid id) =>
        from capture in db.Captures
        join device in db.Devices on capture.DeviceId equals device.Id
        join at in db.Events on capture.EventId equals at.Id
        where capture.LeadId == id
        select new BoothOrigin(device.Name, at.Name, capture.By, capture.CapturedAt, capture.ReceivedAt);

    /// Leads of the same address at the same event.
    private IQueryable<OtherCapture> Others(Guid id, string email) =>
        from mine in db.Captures
        where mine.LeadId == id
        join other in db.Captures on mine.EventId equals other.EventId
        join lead in db.Leads on other.LeadId equals lead.Id
        join device in db.Devices on other.DeviceId equals device.Id
        where lead.Email == email && lead.Id != id
        orderby other.CapturedAt
        select new OtherCapture(lead.Id, lead.Receipt, device.Name, other.By, other.CapturedAt);
}
