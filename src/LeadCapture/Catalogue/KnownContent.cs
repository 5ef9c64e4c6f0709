using System.Text.Json;
using System.Text.Json.Serialization;
using LeadCapture.Forms.Fields;

namespace LeadCapture.Catalogue;

/// Custom fields, sequences and contact lists, also the fields that Reply.io had once: what vanished is told by them.
public sealed record KnownContent
{
    public IReadOnlyList<KnownCustomField> Fields { get; init; } = [];
    public IReadOnlyList<KnownCustomField> Gone { get; init; } = [];
    public IReadOnlyList<KnownSequence> Sequences { get; init; } = [];
    public IReadOnlyList<KnownList> Lists { get; init; } = [];

    /// False: there may be more than these, so nobody can say that one is gone.
    public bool HasAllSequences { get; init; }
    public bool HasAllLists { get; init; }

    /// What was known, as it is after a look.
    public KnownContent After(IReadOnlyList<KnownCustomField> found, DateTime now)
    {
        var before = Fields.Concat(Gone).ToLookup(field => field.Title, StringComparer.OrdinalIgnoreCase);
        var here = found.Select(field => field.Title).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return this with
        {
            Fields = [.. found.DistinctBy(field => field.Title, StringComparer.OrdinalIgnoreCase)
                .Select(field => field with { SeenAt = before[field.Title].FirstOrDefault(known => known.GoneAt is null)?.SeenAt ?? now })],
            Gone = [.. Fields.Concat(Gone).Where(field => !here.Contains(field.Title)).Select(field => field with { GoneAt = field.GoneAt ?? now })],
        };
    }

    public bool Knows(string title) => Fields.Concat(Gone).Any(field => field.Title.IsKey(title));

    public string ToJson() => JsonSerializer.Serialize(this, KnownContentJson.Default.KnownContent);

    public static KnownContent Parse(string json) =>
        json == "" ? new() : JsonSerializer.Deserialize(json, KnownContentJson.Default.KnownContent)!;
}

/// A custom field of Reply.io. SeenAt: when it was first found there; GoneAt: when it was first found missing; null: it is there.
public sealed record KnownCustomField(string Title, bool IsNumber, DateTime SeenAt, DateTime? GoneAt = null);

/// A sequence of Reply.io. Status: in its words, such as "Active" or "paused"; null where it does not say.
public sealed record KnownSequence(int Id, string Name, string? Status, bool IsArchived);

/// A contact list of Reply.io. IsShared: with the team.
public sealed record KnownList(int Id, string Name, bool IsShared);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(KnownContent))]
internal sealed partial class KnownContentJson : JsonSerializerContext;
