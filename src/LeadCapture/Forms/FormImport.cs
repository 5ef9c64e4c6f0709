using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Forms;

/// Takes in a form that was made elsewhere: as the draft of the form with its slug, or as a new form. Saves nothing.
public sealed class FormImport(LeadDb db, Drafts drafts, Publisher publisher)
{
    /// Number of the version that is published now.
    public async Task<int> Add(string slug, FormDefinition definition, bool publish, string by)
    {
        var form = await db.Forms.SingleOrDefaultAsync(one => one.Slug == slug);
        if (form is null)
            db.Forms.Add(form = new() { Slug = slug, PublishedVersion = Form.Unpublished });
        definition = definition with { Slug = null };
        if (form.Draft == 0 || (await drafts.State(form, form.Draft))?.ToJson() != definition.ToJson())
            await drafts.Change(form, definition, by);
        return publish ? await publisher.Publish(form, definition, by) : form.PublishedVersion;
    }
}
