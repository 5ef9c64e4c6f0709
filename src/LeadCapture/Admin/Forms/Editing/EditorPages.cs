using LeadCapture.Catalogue;
using LeadCapture.Forms;

namespace LeadCapture.Admin.Forms.Editing;

/// Gathers the editor's page.
public sealed class EditorPages(FormHeads heads, ReplyIoCatalogue catalogue, TimeProvider clock)
{
    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(2);

    /// Form: the definition as it was typed, where it could not be saved.
    public async Task<EditorPage> Of(Draft draft, Place at, string me, CancellationToken aborted, FormDefinition? form = null)
    {
        form ??= draft.Definition;
        var others = draft.ChangedBy is { } by && by != me && draft.ChangedAt > clock.GetUtcNow().UtcDateTime - JustNow;
        return new(await heads.Of(draft, FormTab.Edit, aborted), draft, form, Outline.Find(form, at) is null ? Place.Form : at)
        {
            AlsoEditing = others ? draft.ChangedBy : null,
            Catalogue = await catalogue.Get(),
            Problems = FormDefinitionRules.ProblemsOf(form),
        };
    }
}
