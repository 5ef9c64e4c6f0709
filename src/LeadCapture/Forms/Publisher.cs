using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Forms;

/// Makes a version of a form that visitors see. Nothing here is saved before SaveChanges.
public sealed class Publisher(LeadDb db, TimeProvider clock)
{
    /// Number of the version; the published one as it is where that says the same already.
    public async Task<int> Publish(Form form, FormDefinition definition, string by)
    {
        var json = (definition with { Slug = null }).ToJson();
        var versions = db.FormVersions.AsNoTracking().Where(version => version.FormId == form.Id);
        if (await versions.AnyAsync(version => version.Number == form.PublishedVersion && version.Definition == json))
            return form.PublishedVersion;
        form.PublishedVersion = (await versions.MaxAsync(version => (int?)version.Number) ?? 0) + 1;
        form.Versions.Add(new()
        {
            Number = form.PublishedVersion,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
            PublishedBy = by,
            Definition = json,
        });
        return form.PublishedVersion;
    }
}
