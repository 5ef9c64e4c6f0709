using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LeadCapture.Data;
using LeadCapture.Forms;
using LeadCapture.Shared;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Booth;

/// Puts together what tablets show.
public sealed class BoothSetups(LeadDb db, DeviceDoor door, FormCatalog forms, StaffPins pins)
{
    /// Null where the form is no longer published.
    public async Task<BoothSetup?> Of(BoothDevice device, string pathBase)
    {
        var at = await db.Events.AsNoTracking().SingleAsync(one => one.Id == device.EventId);
        var slug = await db.Forms.Where(form => form.Id == at.FormId).Select(form => form.Slug).SingleAsync();
        if (await forms.Find(slug) is not { } form)
            return null;
        var setup = new BoothSetup(
            new(device.Id, device.Name),
            new(at.Name, at.Goal),
            Naming(form, pathBase),
            Rules(form),
            new(WebEncoders.Base64UrlEncode(door.KeyOf(device)!), at.PublicKey, EventKey.IdOf(at.PublicKey)),
            pins.Of(at),
            await Media(at.Id, pathBase))
        {
            Translations = [.. (await forms.TranslationsOf(at)).Select(one => new BoothTranslation(Naming(one, pathBase), Rules(one)))],
        };
        return setup with { Tag = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(setup)))) };
    }

    private static BoothForm Naming(PublishedForm form, string pathBase)
    {
        var definition = form.Definition;
        return new(form.Slug, form.Version, pathBase + FormAddress.Of(form.Slug, FormShape.Booth),
            Placeholders.Drop(definition.ThanksTitle, definition), SmallMarkdown.Plain(Placeholders.Drop(definition.ThanksText, definition)),
            definition.LanguageTag, Languages.NameOf(definition.LanguageTag));
    }

    private static JsonElement Rules(PublishedForm form) => JsonElement.Parse(PageRules.Of(form.Definition).ToJson());

    private async Task<BoothMedia?> Media(int eventId, string pathBase) => await db.AttractFacts(eventId) is { } facts
        ? new(pathBase + facts.Address, facts.Integrity)
        : null;
}
