using LeadCapture.Forms;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Support;

/// Forms that ask the same in several languages.
public static class FormsInLanguages
{
    /// A German copy of the form of event booths. Its id.
    public static Task<int> PublishesGermanBooth(this TestApp app) => app.PublishesGermanBooth(form => form);

    public static async Task<int> PublishesGermanBooth(this TestApp app, Func<FormDefinition, FormDefinition> change) =>
        await app.PublishesCopy("event-booth", "messestand", form => change(form with
        {
            Title = "Schön, Sie kennenzulernen",
            Intro = "Hinterlassen Sie Ihre Daten, wir melden uns nach der Messe.",
            SubmitLabel = "Absenden",
            ThanksTitle = "Vielen Dank!",
            ThanksText = "Wir melden uns bald.",
            Language = "de",
        }));

    public static async Task<int> PublishesCopy(this TestApp app, string of, string slug, Func<FormDefinition, FormDefinition> change)
    {
        await app.Query(async db =>
        {
            var from = await db.Forms.Include(form => form.Versions).SingleAsync(form => form.Slug == of);
            var copy = new FormVersion { Number = 1, CreatedAt = DateTime.UnixEpoch, Definition = from.Versions[^1].Definition };
            db.Forms.Add(new() { Slug = slug, PublishedVersion = copy.Number, Versions = [copy] });
            return await db.SaveChangesAsync();
        });
        await app.Publishes(slug, change);
        return await app.Query(db => db.Forms.Where(form => form.Slug == slug).Select(form => form.Id).SingleAsync());
    }
}
