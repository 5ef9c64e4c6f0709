using LeadCapture.Admin.Forms.Numbers;
using LeadCapture.Data;
using LeadCapture.Forms;
using LeadCapture.Leads;

namespace LeadCapture.Admin.Forms;

/// All forms, with what became of them. Archived ones show where they are asked for.
public sealed class FormList(LeadDb db, Drafts drafts, FormArrivals arrivals, FormNumbers numbers, TimeProvider clock)
{
    public async Task<FormListPage> Of(string search, FormState? state, CancellationToken aborted)
    {
        var leads = await Leads(aborted);
        var visits = await numbers.Shares(NumbersController.FewDays, aborted);
        var rows = (await drafts.All(aborted)).Select(draft => Row(draft, leads, visits)).ToList();
        return new(search, state, rows.ToLookup(row => row.State).ToDictionary(group => group.Key, group => group.Count()),
        [
            .. rows.Where(row => state is null ? row.State != FormState.Archived : row.State == state)
                .Where(row => search == "" || row.Title.Contains(search, StringComparison.CurrentCultureIgnoreCase)
                    || row.Slug.Contains(search, StringComparison.OrdinalIgnoreCase))
                .OrderBy(row => row.State).ThenBy(row => row.Title, StringComparer.CurrentCulture),
        ]);
    }

    public Task<IReadOnlyDictionary<int, FormLeads>> Leads(CancellationToken aborted) => arrivals.All(db, aborted);

    private FormRow Row(Draft draft, IReadOnlyDictionary<int, FormLeads> leads, IReadOnlyDictionary<int, VisitFigures> visits)
    {
        var own = leads.GetValueOrDefault(draft.Form.Id);
        return new(draft.Form.Slug, draft.Definition.Title, draft.StateAt(clock.GetUtcNow(), own?.All ?? 0), draft.HasChanges, own,
            visits.GetValueOrDefault(draft.Form.Id)?.Share);
    }
}

/// SentBy is the share of the last days' visitors who sent it; null where nobody saw it.
public sealed record FormRow(string Slug, string Title, FormState State, bool HasChanges, FormLeads? Leads, double? SentBy);

public sealed record FormListPage(
    string Search, FormState? State, IReadOnlyDictionary<FormState, int> Counts, IReadOnlyList<FormRow> Rows);
