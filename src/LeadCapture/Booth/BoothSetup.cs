using System.Text.Json;

namespace LeadCapture.Booth;

/// What a tablet shows, and by which keys it seals and signs. Another Tag wherever anything of it is another.
public sealed record BoothSetup(
    DeviceNaming Device, EventNaming Event, BoothForm Form, JsonElement Rules, BoothKeys Keys, StaffPin Pin, BoothMedia? Attract)
{
    /// The form in other languages.
    public IReadOnlyList<BoothTranslation> Translations { get; init; } = [];

    public string Tag { get; init; } = "";
}

public sealed record DeviceNaming(Guid Id, string Name);

public sealed record EventNaming(string Name, int? Goal);

/// Address: of the page whose markup the tablet shows. Thanks: what it says before the server has heard of a lead. LanguageName: as its
/// speakers write it.
public sealed record BoothForm(
    string Slug, int Version, string Address, string ThanksTitle, string ThanksText, string Language, string LanguageName);

public sealed record BoothTranslation(BoothForm Form, JsonElement Rules);

/// Sign: the device's own. Seal: the event's public one.
public sealed record BoothKeys(string Sign, string Seal, string SealId);

/// What the attract screen shows, and by which the tablet knows that it has it.
public sealed record BoothMedia(string Address, string Integrity);
