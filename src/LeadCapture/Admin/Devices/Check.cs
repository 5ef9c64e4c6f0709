using LeadCapture.Web;

namespace LeadCapture.Admin.Devices;

/// One thing that must be right before an event. Text: how it is, or what to do about it. To: where that is done, and its name.
public sealed record Check(string Id, string Title, bool IsGood, string Text, RouteLink? To = null, string Place = "");
