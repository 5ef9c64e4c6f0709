using LeadCapture.Forms.Numbers;
using LeadCapture.Shared;
using LeadCapture.Web;
using Microsoft.Extensions.Primitives;

namespace LeadCapture.Pages;

/// Which requests for a form are visitors who see it, and where their link says that they come from.
public static class Views
{
    /// A page that a browser fetches ahead of time may never be seen.
    public static bool Counts(HttpRequest request) => !HeadRequests.IsHead(request.HttpContext)
        && !request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase);

    public static Campaign CampaignOf(QueryString link)
    {
        if (!link.HasValue)
            return Campaign.None;
        var inputs = PostedForm.Inputs(link);
        return Campaign.Of(Last(inputs, Campaign.SourceName), Last(inputs, Campaign.CampaignName));
    }

    private static string? Last(Dictionary<string, StringValues> inputs, string name) =>
        inputs.LastOrDefault(input => input.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value.LastOrDefault();
}
