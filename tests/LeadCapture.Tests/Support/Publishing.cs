using LeadCapture.Data;
using LeadCapture.Forms.Fields;
using LeadCapture.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LeadCapture.Tests.Support;

/// Publishes a new version of a form.
public static class Publishing
{
    public static async Task Publishes(this TestApp app, string slug, Func<FormDefinition, FormDefinition> change)
    {
        await app.Query(async db =>
        {
            var form = await db.Forms.Include(form => form.Versions).SingleAsync(form => form.Slug == slug);
            var next = form.PublishedVersion + 1;
            var definition = change(FormDefinition.Parse(form.Versions[^1].Definition)).ToJson();
            form.Versions.Add(new() { Number = next, CreatedAt = DateTime.UnixEpoch, Definition = definition });
            form.PublishedVersion = next;
            return await db.SaveChangesAsync();
        });
        app.Services.GetRequiredService<FormCatalog>().Forget();
    }

    public static async Task<FormDefinition> DraftOf(this TestApp app, string slug)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<Drafts>().Find(slug))!.Definition;
    }

    /// As the button Publish does.
    public static async Task PublishesDraft(this TestApp app, string slug)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var draft = (await scope.ServiceProvider.GetRequiredService<Drafts>().Find(slug))!;
        Assert.Empty(FormDefinitionRules.ProblemsOf(draft.Definition));
        await scope.ServiceProvider.GetRequiredService<Publisher>().Publish(draft.Form, draft.Definition, "Ann");
        await scope.ServiceProvider.GetRequiredService<LeadDb>().SaveChangesAsync();
        app.Services.GetRequiredService<FormCatalog>().Forget();
    }

    /// The landing page with a consent that must be given.
    public static Task RequiresConsent(this TestApp app) => app.Publishes("landing-page", form => form.Map(field =>
        field.Kind == FieldKinds.Consent
            ? field with { Required = true, RequiredMessage = "Tick the box so that we may contact you" }
            : field));

    /// The form, with nothing but these fields.
    public static FormDefinition Asking(this FormDefinition form, params Field[] fields) =>
        form with { Steps = [new() { Sections = [new() { Fields = fields }] }] };

    /// The form, with one more field.
    public static FormDefinition And(this FormDefinition form, Field field) => form.With(new FormSection { Fields = [field] });
}
