using LeadCapture.Forms;

namespace LeadCapture.Booth;

public static class EventTranslations
{
    /// The further forms of an event that are published, in the order of forms.
    public static async ValueTask<IReadOnlyList<PublishedForm>> TranslationsOf(this FormCatalog forms, Event at) =>
        [.. (await forms.All()).Where(form => form.Id != at.FormId && at.TranslationIds.Contains(form.Id))];
}
