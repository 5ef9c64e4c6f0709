using LeadCapture.Forms;

namespace LeadCapture.Admin.Devices;

/// The forms that were chosen for an event: its own, and those that ask the same in other languages.
public sealed record EventLanguages(PublishedForm Own, IReadOnlyList<PublishedForm> Others)
{
    /// The tag of a language that two of them are in; null: each is in another one.
    public string? Twice => Others.Prepend(Own).GroupBy(form => form.Definition.LanguageTag).FirstOrDefault(same => same.Count() > 1)?.Key;
}
