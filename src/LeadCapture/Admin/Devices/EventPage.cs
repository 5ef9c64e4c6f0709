using LeadCapture.Booth;
using LeadCapture.Catalogue;
using LeadCapture.Forms;

namespace LeadCapture.Admin.Devices;

/// An event as it is typed. Id: null for a new one.
public sealed record EventPage(int? Id, EventForm Form, IReadOnlyList<(string Value, string Label)> Forms, CatalogueState Known)
{
    /// What its attract screen shows, if it has something of its own.
    public AttractFacts? Attract { get; init; }

    /// The other published forms, where there is more than one language to choose from.
    public IReadOnlyList<PublishedForm> Others { get; init; } = [];
}
