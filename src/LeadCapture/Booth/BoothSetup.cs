using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LeadCapture.Data;
using LeadCapture.Forms;
using LeadCapture.Shared;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Booth;

/// What a tablet shows, and by which keys it seals and signs. Another Tag wherever anything of it is another.
public sealed record BoothSetup(DeviceNaming Device, EventNaming Event, BoothForm Form, JsonElement Rules, BoothKeys Keys, StaffPin Pin)
{
    public string Tag { get; init; } = "";
}

public sealed record DeviceNaming(Guid Id, string Name);

public sealed record EventNaming(string Name, int? Goal);

/// Address: of the page whose markup the tablet shows. Thanks: what it says before the server has heard of a lead.
public sealed record BoothForm(string Slug, int Version, string Address, string ThanksTitle, string ThanksText);

/// Sign: the device's own. Seal: the event's public one.
public sealed record BoothKeys(string Sign, string Seal, string SealId);

/// Puts together what tablets show.
public sealed class BoothSetups(LeadDb db, DeviceDoor door, FormCatalog forms, StaffPins pins)
{
    /// Null where the form is no longer published.
    public async Task<BoothSetup?> Of(BoothDevice device, string pathBase)
    {
        var at = await db.Events.AsNoTracking().SingleAsync(one => one.Id == device.EventId);
        var slug = await db.Forms.Where(form => form.Id == at.FormId).Select(form => form.Slug).SingleAsync();
        if (await forms.Find(slug) is not { Definition: var definition } form)
            return null;
        var setup = new BoothSetup(
            new(device.Id, device.Name),
            new(at.Name, at.Goal),
            new(slug, form.Version, pathBase + FormAddress.Of(slug, FormShape.Booth), Placeholders.Drop(definition.ThanksTitle, definition),
                SmallMarkdown.Plain(Placeholders.Drop(definition.ThanksText, definition))),
            JsonElement.Parse(PageRules.Of(definition).ToJson()),
            new(WebEncoders.Base64UrlEncode(door.KeyOf(device)!), at.PublicKey, EventKey.IdOf(at.PublicKey)),
            pins.Of(at));
        return setup with { Tag = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(setup)))) };
    }
}

/// Makes each PIN's hash once: it is slow on purpose.
public sealed class StaffPins
{
    private readonly ConcurrentDictionary<(string Key, string Pin), StaffPin> made = new();

    public StaffPin Of(Event at) => made.GetOrAdd((at.PublicKey, at.Pin), _ => StaffPin.Of(at));
}
