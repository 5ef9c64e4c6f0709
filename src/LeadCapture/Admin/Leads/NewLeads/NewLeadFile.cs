using System.Text.Json;
using LeadCapture.Admin.Leads.Import;
using LeadCapture.Forms;

namespace LeadCapture.Admin.Leads.NewLeads;

/// A file with the form that takes its lines in, and what its columns become.
public sealed record NewLeadFile(LeadImport Import, PublishedForm Form, FileTable Table, IReadOnlyList<string> Targets)
{
    public static string Json(IEnumerable<string> targets) => JsonSerializer.Serialize(targets.ToArray());

    public static string[] Parse(string json) => JsonSerializer.Deserialize<string[]>(json)!;
}
