using LeadCapture.Admin.Forms;
using LeadCapture.Admin.Forms.Drift;
using LeadCapture.Booth;
using LeadCapture.Catalogue;
using LeadCapture.Forms;
using static LeadCapture.Admin.Devices.DeviceText;

namespace LeadCapture.Admin.Devices;

/// Whether the form is there on the days of the event, and all that it sends has a place in Reply.io.
public sealed class FormChecks(FormCatalog forms, ReplyIoCatalogue catalogue, TimeProvider clock)
{
    private static readonly TimeOnly Morning = new(9, 0);
    private static readonly TimeOnly Evening = new(18, 0);

    /// Tablets: their own sequences. Where there are several forms, their checks name them.
    public async Task<IReadOnlyList<Check>> Of(Event at, IEnumerable<int?> tablets)
    {
        if ((await forms.All()).FirstOrDefault(one => one.Id == at.FormId) is not { } own)
        {
            var problem = T["Not published. Publish it, or choose another form for the event."];
            return [new("form", T["Form"], false, problem, new(FormRoutes.List), T["Forms"])];
        }
        var chosen = new EventLanguages(own, await forms.TranslationsOf(at));
        var known = await catalogue.Get();
        List<int?> sequences = [at.SequenceId, .. tablets];
        if (chosen.Others.Count == 0)
            return Of(own, at, sequences, known);
        var named = from form in chosen.Others.Prepend(own)
                    from check in Of(form, at, sequences, known)
                    select check with { Id = $"{check.Id}-{form.Slug}", Title = $"{check.Title}: {form.Definition.Title}" };
        return [.. named, EachIsAnother(chosen, at)];
    }

    private Check[] Of(PublishedForm form, Event at, IEnumerable<int?> sequences, CatalogueState known) =>
        [Open(form, at), Fields(form, known), Sequences(form, sequences, known)];

    /// A form may have got another language since it was chosen.
    private static Check EachIsAnother(EventLanguages chosen, Event at) => new("languages", T["Languages"], chosen.Twice is null,
        chosen.Twice is { } tag
            ? T["Two forms are in {0}. Choose one per language.", Languages.EnglishNameOf(tag)]
            : T["Each form is in a different language."],
        new(DeviceRoutes.Event, new { id = at.Id }), T["Edit event"]);

    private Check Open(PublishedForm form, Event at)
    {
        var (first, last) = (Moment(at.StartsOn, Morning, form), Moment(at.EndsOn ?? at.StartsOn, Evening, form));
        var text = form switch
        {
            { IsArchived: true } => T["Archived. Restore it, or choose another form for the event."],
            { IsClosed: true } => T["Closed. Open it again."],
            { Definition.OpensAt: { } opens } when opens > first => T["Opens on {0}, after the event starts.", Words(opens, form)],
            { Definition.ClosesAt: { } closes } when closes < last => T["Closes on {0}, before the event ends.", Words(closes, form)],
            { Definition.MaxLeads: { } most } when most < at.Goal => T["Closes after {0:N0} leads, fewer than your goal.", most],
            _ => null,
        };
        var good = at.StartsOn is null ? T["Published and open."] : T["Published, and open on the days of the event."];
        return new("form", T["Form"], text is null, text ?? good, new(FormRoutes.Settings, new { slug = form.Slug }), form.Definition.Title);
    }

    private static Check Fields(PublishedForm form, CatalogueState known)
    {
        var unknown = form.Definition.SentKeys.Where(sent => known.Find(sent.Key) is null).Select(sent => sent.Key).Distinct().ToList();
        return new("fields", T["Custom fields"], unknown.Count == 0, (known.IsRead, unknown) switch
        {
            (_, []) => T["Reply.io has every custom field this form uses."],
            (false, _) => T["Not checked with Reply.io yet. Press “Check now”."],
            _ => T["Missing in Reply.io: {0}. Add it there, or map it to another field.", string.Join(", ", unknown)],
        }, new(DriftRoutes.Drift), T["Missing custom fields"]);
    }

    /// All that leads of the event may go to.
    private static Check Sequences(PublishedForm form, IEnumerable<int?> ofBooth, CatalogueState known)
    {
        var after = form.Definition.AfterDelivery ?? AfterDelivery.Nothing;
        List<int> used = [.. after.Rules.Select(rule => rule.SequenceId).Append(after.SequenceId).Concat(ofBooth).OfType<int>().Distinct()];
        var closed = used.FindAll(known.IsSequenceClosed)
            .ConvertAll(id => known.FindSequence(id)?.Name ?? T["Sequence {0}", id].Value);
        return new("sequences", T["Sequences"], closed.Count == 0 && (known.IsRead || used.Count == 0), (known.IsRead, used, closed) switch
        {
            (_, [], _) => T["Contacts from this event aren’t enrolled in a sequence."],
            (false, _, _) => T["Not checked with Reply.io yet. Press “Check now”."],
            (_, _, []) => T["Every sequence this event uses is available in Reply.io."],
            _ => T["Archived or deleted in Reply.io: {0}. Choose another sequence.", string.Join(", ", closed)],
        }, new(FormRoutes.FollowUp, new { slug = form.Slug }), T["Follow-up"]);
    }

    /// By the clocks of the place; now where the event has no days.
    private DateTimeOffset Moment(DateOnly? day, TimeOnly time, PublishedForm form)
    {
        if (day is not { } on)
            return clock.GetUtcNow();
        var local = on.ToDateTime(time);
        return new(local, (FormTimes.Zone(form.Definition.TimeZone) ?? TimeZoneInfo.Utc).GetUtcOffset(local));
    }

    private static string Words(DateTimeOffset moment, PublishedForm form) => FormTimes.Words(moment, form.Definition.TimeZone);
}
