using LeadCapture.Data;
using LeadCapture.Settings;

namespace LeadCapture.Alerts;

/// Where a message about leads leads to. Links begin with the public address; without one, with what was entered with the alerts.
public sealed class LeadLinks(WebOptions web)
{
    /// Without a slash at its end; "": nobody has said it.
    public async ValueTask<string> Home(SqlReader reading) =>
        (web.PublicUrl?.AbsoluteUri ?? (await AlertRow.Settings(reading)).BaseAddress).TrimEnd('/');

    public static string Of(Guid lead) => $"/admin/leads/{lead}";

    public static string OfForm(string slug) => $"/admin/leads?form={slug}";
}
