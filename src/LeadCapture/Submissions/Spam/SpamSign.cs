using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadCapture.Submissions.Spam;

/// What was found, and how much it counts. Detail: the word, domain or number that it was found by.
public sealed record SpamSign(SpamSignKind Kind, int Points, string? Detail = null);

/// The names are stored.
public enum SpamSignKind
{
    Trap, NoStamp, ForgedStamp, ReusedStamp, TooFast, NoProof, NameLink, Links, ShortLink, Markup, OddName, Gibberish, Words, Disposable,
    Blocked, RepeatedText, BusySender, BusyForm,
}

/// The signs of a lead, as they are kept.
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<SpamSign>))]
public sealed partial class SpamSigns : JsonSerializerContext
{
    public static string Write(IReadOnlyList<SpamSign> signs) => JsonSerializer.Serialize(signs, Default.IReadOnlyListSpamSign);

    public static IReadOnlyList<SpamSign> Read(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize(json, Default.IReadOnlyListSpamSign)!;
}
