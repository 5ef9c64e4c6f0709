using LeadCapture.Forms;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Support;

/// Publishes a new version of a form.
public static class Publishing
{
    /// Before the first visit: the catalog reads the forms at the first one.
    public static Task<int> Publishes(this TestApp app, string slug, Func<FormDefinition, FormDefinition> change) =>
        app.Query(async db =>
    {
        var form = await db.Forms.Include(form => form.Versions).SingleAsync(form => form.Slug == slug);
        var next = form.PublishedVersion + 1;
        var definition = change(FormDefinition.Parse(form.Versions[^1].Definition)).ToJson();
        form.Versions.Add(new() { Number = next, CreatedAt = DateTime.UnixEpoch, Definition = definition });
        form.PublishedVersion = next;
        return await db.SaveChangesAsync();
    });
}
