using LeadCapture.Forms;

namespace LeadCapture.Admin.Leads;

/// The leads as lines of a file. Custom fields differ from lead to lead, so they share a column.
public static class LeadFile
{
    public static IReadOnlyList<string> Head { get; } =
    [
        "Received", "Reference", "State", "Cause", "Reason", "Form", "Channel", "Page",
        .. ContactFields.All.Select(field => field.Label), "Custom fields", "Contact ID", "Attempts", "Lead ID",
    ];

    public static IAsyncEnumerable<IReadOnlyList<string?>> Rows(IAsyncEnumerable<ListedLead> leads) => leads.Select(Row);

    private static IReadOnlyList<string?> Row(ListedLead lead) =>
    [
        Csv.Time(lead.ReceivedAt), lead.Reference, lead.State.Pill().Word, lead.Cause?.Words(), lead.Reason,
        lead.FormId.ToString(InvariantCulture), lead.Channel, lead.Page,
        .. ContactFields.All.Select(field => lead.Answers.Properties.GetValueOrDefault(field.Property!)),
        string.Join("; ", lead.Answers.CustomFields.Select(field => $"{field.Key}: {field.Value}")),
        lead.ContactId?.ToString(InvariantCulture), lead.Attempts.ToString(InvariantCulture), lead.Id.ToString(),
    ];
}
