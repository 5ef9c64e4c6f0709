using System.Text.Encodings.Web;
using System.Text.Json;
using LeadCapture.Forms;

namespace LeadCapture.Admin.Leads;

/// The leads as lines of a file that may be changed and imported again.
public sealed class LeadFile(LeadList list)
{
    private const int Stretch = 500;
    private const int MostKeys = 200;
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<CsvFile> Of(LeadFilter filter)
    {
        var keys = await Keys(filter);
        var columns = (List<LeadColumn>)[.. LeadColumn.Before, .. keys.Select(LeadColumn.Custom), .. LeadColumn.After];
        return new("leads.csv", [.. columns.Select(column => column.Heading)], Rows(filter, keys, await list.Forms()));
    }

    /// Those of the forms, and those of the leads at the beginning: a longer list is not gone through twice.
    private async Task<List<string>> Keys(LeadFilter filter)
    {
        var forms = (await list.Forms()).Where(form => filter.Form == "" || form.Slug == filter.Form);
        var first = await list.Page(filter with { Before = null }, LeadList.Reach, CancellationToken.None);
        return
        [
            .. forms.SelectMany(form => form.Definition.Fields).Select(field => field.Key).OfType<string>()
                .Concat(first.Leads.SelectMany(lead => lead.Answers.CustomFields).Select(field => field.Key))
                .Distinct(StringComparer.OrdinalIgnoreCase).Take(MostKeys),
        ];
    }

    private async IAsyncEnumerable<IReadOnlyList<string?>> Rows(
        LeadFilter filter, List<string> keys, IReadOnlyList<PublishedForm> forms)
    {
        await foreach (var leads in list.All(filter).Chunk(Stretch))
        {
            var versions = await list.Versions([.. leads.Select(lead => lead.Id)]);
            foreach (var lead in leads)
                yield return Row(lead, keys, forms, versions.GetValueOrDefault(lead.Id));
        }
    }

    private static IReadOnlyList<string?> Row(ListedLead lead, List<string> keys, IReadOnlyList<PublishedForm> forms, int version) =>
    [
        Csv.Time(lead.ReceivedAt), lead.Reference, lead.State.Pill().Word, lead.Cause?.Words(), lead.Reason,
        LeadListPage.TitleOf(lead.FormId, forms), lead.Channel, lead.Page,
        .. ContactFields.All.Select(field => lead.Answers.Properties.GetValueOrDefault(field.Property!)),
        .. keys.Select(key => lead.Answers.CustomFields.Find(field => IsKey(field, key))?.Value),
        More([.. lead.Answers.CustomFields.Where(field => !keys.Exists(key => IsKey(field, key)))]),
        .. TouchWords.Cells(Attribution.Parse(lead.AttributionJson)),
        lead.ContactId?.ToString(InvariantCulture), lead.Attempts.ToString(InvariantCulture), version.ToString(InvariantCulture),
        lead.Id.ToString(),
    ];

    private static bool IsKey(CustomAnswer field, string key) => field.Key.Equals(key, StringComparison.OrdinalIgnoreCase);

    private static string? More(List<CustomAnswer> fields) =>
        fields.Count == 0 ? null : JsonSerializer.Serialize(fields.ToDictionary(field => field.Key, field => field.Value), Readable);
}
