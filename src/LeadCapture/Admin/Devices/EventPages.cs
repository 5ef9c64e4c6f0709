using LeadCapture.Booth;
using LeadCapture.Catalogue;
using LeadCapture.Data;
using LeadCapture.Forms;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Admin.Devices.DeviceText;

namespace LeadCapture.Admin.Devices;

/// Reads what the page of an event shows.
public sealed class EventPages(LeadDb db, FormCatalog forms, ReplyIoCatalogue catalogue)
{
    /// As it is stored.
    public async Task<EventPage?> Of(int id) => await db.Events.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id) is { } at
        ? await Of(id, EventForm.Of(at, await db.Forms.Where(form => form.Id == at.FormId).Select(form => form.Slug).SingleAsync()))
        : null;

    /// As it is typed.
    public async Task<EventPage> Of(int? id, EventForm form)
    {
        var shown = (await forms.All()).Where(one => !one.IsArchived || one.Slug == form.Form || form.Offers(one)).ToList();
        return new(id, form, [("", T["Choose…"]), .. shown.Select(one => (one.Slug, one.Definition.Title))], await catalogue.Get())
        {
            Attract = id is { } known ? await db.AttractFacts(known) : null,
            Others = shown.DistinctBy(one => one.Definition.LanguageTag).Skip(1).Any() ? shown.FindAll(one => one.Slug != form.Form) : [],
        };
    }
}
