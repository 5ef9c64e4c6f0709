using LeadCapture.Admin.Leads;
using LeadCapture.Forms;

namespace LeadCapture.Admin.Failures;

/// What a fix would do to the leads of a group: some of them as rows, and counts of the newest of them.
public sealed record Preview(
    Fix Fix, IReadOnlyDictionary<Effect, int> Counts, IReadOnlyList<(ListedLead Lead, FixPreview FixPreview)> Rows, Guid? Next)
{
    public int Changed => Counts.GetValueOrDefault(Effect.Changed);

    public int Looked => Counts.Values.Sum();
}

/// Looks at the leads of a group and writes nothing.
public sealed class Previews(LeadList list, FormCatalog forms)
{
    /// So many are counted before the answer; the rest is told by them.
    public const int Reach = 10_000;
    private const int Rows = 20;

    public async Task<Preview> Of(string group, Fix fix, Guid? before, CancellationToken aborted)
    {
        var filter = new LeadFilter { Group = group };
        Dictionary<Effect, int> counts = [];
        await foreach (var lead in list.All(filter).Take(Reach).WithCancellation(aborted))
        {
            var effect = (await Heal(lead, fix)).Effect;
            counts[effect] = counts.GetValueOrDefault(effect) + 1;
        }
        List<(ListedLead, FixPreview)> rows = [];
        var page = await list.Page(filter with { Before = before }, Rows, aborted);
        foreach (var lead in page.Leads)
            rows.Add((lead, await Heal(lead, fix)));
        return new(fix, counts, rows, page.Pager.Next is null ? null : page.Leads[^1].Id);
    }

    /// Custom fields that leads of the group have.
    public async Task<IReadOnlyList<string>> Keys(string group, CancellationToken aborted) =>
    [
        .. (await list.Page(new() { Group = group }, 500, aborted)).Leads
            .SelectMany(lead => lead.Answers.CustomFields.Select(field => field.Key))
            .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase),
    ];

    private async ValueTask<FixPreview> Heal(ListedLead lead, Fix fix) =>
        FixPreview.Of(lead.Answers, fix, (await forms.Version(lead.FormId, lead.FormVersion)).Definition);
}
