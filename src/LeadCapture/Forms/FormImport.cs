using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Forms;

/// Stores a form that was made elsewhere as the next version of the form with its slug, or as a new form.
public sealed class FormImport(LeadDb db, TimeProvider clock)
{
    /// Number of the new version; the newest one as it is where that says the same already. Saves nothing.
    public async Task<int> Add(string slug, FormDefinition definition, bool publish)
    {
        var form = await db.Forms.Include(one => one.Versions).SingleOrDefaultAsync(one => one.Slug == slug);
        if (form is null)
            db.Forms.Add(form = new() { Slug = slug, PublishedVersion = Form.Unpublished });
        var json = (definition with { Slug = null }).ToJson();
        var newest = form.Versions.MaxBy(version => version.Number);
        if (newest?.Definition != json)
            form.Versions.Add(newest = new()
            {
                Number = (newest?.Number ?? 0) + 1,
                CreatedAt = clock.GetUtcNow().UtcDateTime,
                Definition = json,
            });
        if (publish)
            form.PublishedVersion = newest.Number;
        return newest.Number;
    }
}
